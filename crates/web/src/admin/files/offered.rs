//! Where the files of a season and of its categories are had.

use plaudit_domain::column_choice::Chosen;
use plaudit_domain::export::Export;
use plaudit_domain::ids::{CategoryId, SeasonId};
use plaudit_domain::membership::Role;
use plaudit_domain::policy;

use crate::http::sheet::names_somebody;
use crate::paths::exports;
use crate::shown::columns;

/// A file with rows, in both formats.
pub(super) struct Offered {
    /// Which.
    pub(super) file: Export,
    csv: String,
    sheet: String,
}

/// One way to have a file: the addresses of both formats.
pub(super) struct Way {
    /// The CSV file.
    pub(super) csv: String,
    /// The spreadsheet.
    pub(super) sheet: String,
}

impl Offered {
    fn new(file: Export, csv: &impl ToString, sheet: &impl ToString) -> Self {
        Self {
            file,
            csv: csv.to_string(),
            sheet: sheet.to_string(),
        }
    }

    /// As it is, with every column.
    pub(super) fn whole(&self) -> Way {
        self.with("")
    }

    /// Without whatever names somebody; none where nothing in it does.
    pub(super) fn blind(&self) -> Option<Way> {
        let names = columns::of(self.file).into_iter().any(names_somebody);
        names.then(|| self.with("blind=yes"))
    }

    /// With the columns of a choice.
    pub(super) fn chosen(&self, chosen: &Chosen) -> Way {
        let blind = if chosen.is_blind { "&blind=yes" } else { "" };
        self.with(&format!("columns={}{blind}", chosen.columns.in_address()))
    }

    fn with(&self, query: &str) -> Way {
        let with = |path: &String| match (query.is_empty(), path.contains('?')) {
            (true, _) => path.clone(),
            (false, true) => format!("{path}&{query}"),
            (false, false) => format!("{path}?{query}"),
        };
        Way {
            csv: with(&self.csv),
            sheet: with(&self.sheet),
        }
    }
}

/// Those of the files that an administrator may have.
fn allowed(files: Vec<Offered>) -> Vec<Offered> {
    files
        .into_iter()
        .filter(|offered| policy::may_export(Role::Administrator, offered.file).is_ok())
        .collect()
}

/// The files of a whole season.
pub(super) fn of_season(season: SeasonId) -> Vec<Offered> {
    let of = format!("?season={season}");
    allowed(vec![
        Offered::new(
            Export::Nominations,
            &exports::Nominations { season },
            &exports::NominationsSheet { season },
        ),
        Offered::new(
            Export::Cases,
            &exports::Cases { season },
            &exports::CasesSheet { season },
        ),
        Offered::new(
            Export::Judges,
            &exports::Judges { season },
            &exports::JudgesSheet { season },
        ),
        Offered::new(
            Export::Conflicts,
            &exports::Conflicts { season },
            &exports::ConflictsSheet { season },
        ),
        Offered::new(
            Export::Confidentiality,
            &exports::Confidentiality { season },
            &exports::ConfidentialitySheet { season },
        ),
        Offered::new(
            Export::History,
            &format!("{}{of}", exports::History),
            &format!("{}{of}", exports::HistorySheet),
        ),
    ])
}

/// The files of one category.
pub(super) fn of_category(category: CategoryId) -> Vec<Offered> {
    allowed(vec![
        Offered::new(
            Export::Scores,
            &exports::Scores { category },
            &exports::ScoresSheet { category },
        ),
        Offered::new(
            Export::Ranking,
            &exports::Ranking { category },
            &exports::RankingSheet { category },
        ),
        Offered::new(
            Export::Shortlist,
            &exports::Shortlist { category },
            &exports::ShortlistSheet { category },
        ),
        Offered::new(
            Export::Meeting,
            &exports::Meeting { category },
            &exports::MeetingSheet { category },
        ),
    ])
}
