//! The URLs around the desks: files, coming in and going out, and what belongs to no audience.

use axum_extra::routing::TypedPath;
use plaudit_domain::ids::{CaseId, CategoryId, SeasonId};
use serde::Deserialize;

use super::route::{Area, Route};
use crate::http::error::NoSuchPage;

site_map! { AROUND
    /// Files, each gated by who may have it.
    exports = Exports {
        /// What each column of each file means.
        Columns "/exports/columns" [GET];
        /// Every nomination of a season that was sent.
        Nominations "/exports/nominations/{season}/nominations.csv" { season: SeasonId } [GET];
        /// The same as a spreadsheet.
        NominationsSheet "/exports/nominations/{season}/nominations.xlsx" { season: SeasonId } [GET];
        /// Every case of a season.
        Cases "/exports/cases/{season}/cases.csv" { season: SeasonId } [GET];
        /// The same as a spreadsheet.
        CasesSheet "/exports/cases/{season}/cases.xlsx" { season: SeasonId } [GET];
        /// Everybody who was asked onto a season's panel.
        Judges "/exports/judges/{season}/judges.csv" { season: SeasonId } [GET];
        /// The same as a spreadsheet.
        JudgesSheet "/exports/judges/{season}/judges.xlsx" { season: SeasonId } [GET];
        /// Every answer about an interest.
        Conflicts "/exports/conflicts/{season}/conflicts.csv" { season: SeasonId } [GET];
        /// The same as a spreadsheet.
        ConflictsSheet "/exports/conflicts/{season}/conflicts.xlsx" { season: SeasonId } [GET];
        /// The ledger in plain sentences, filtered by its query as the page is.
        History "/exports/history/history.csv" [GET];
        /// The same as a spreadsheet.
        HistorySheet "/exports/history/history.xlsx" [GET];
        /// A row per judge, case and criterion.
        Scores "/exports/scores/{category}/scores.csv" { category: CategoryId } [GET];
        /// The same as a spreadsheet.
        ScoresSheet "/exports/scores/{category}/scores.xlsx" { category: CategoryId } [GET];
        /// Who on the panel accepted which confidentiality terms.
        Confidentiality "/exports/confidentiality/{season}/confidentiality.csv" { season: SeasonId } [GET];
        /// The same as a spreadsheet.
        ConfidentialitySheet "/exports/confidentiality/{season}/confidentiality.xlsx" { season: SeasonId } [GET];
        /// The ranking with what the meeting needs.
        Shortlist "/exports/shortlist/{category}/shortlist.csv" { category: CategoryId } [GET];
        /// The same as a spreadsheet.
        ShortlistSheet "/exports/shortlist/{category}/shortlist.xlsx" { category: CategoryId } [GET];
        /// The ranking with how sure it is.
        Ranking "/exports/ranking/{category}/ranking.csv" { category: CategoryId } [GET];
        /// The same as a spreadsheet.
        RankingSheet "/exports/ranking/{category}/ranking.xlsx" { category: CategoryId } [GET];
        /// What whoever keeps a meeting prints for it.
        Meeting "/exports/meeting/{category}/meeting.csv" { category: CategoryId } [GET];
        /// The same as a spreadsheet.
        MeetingSheet "/exports/meeting/{category}/meeting.xlsx" { category: CategoryId } [GET];
        /// What the cases of a category say, to be printed.
        CasePack "/exports/packs/{category}/cases.html" { category: CategoryId } [GET];
        /// What one of them says.
        CasePackOfOne "/exports/packs/{category}/{case}/case.html" { category: CategoryId, case: CaseId } [GET];
        /// Everything by which a stranger can work the ranking out again, signed.
        Package "/exports/package/{category}/results-package.zip" { category: CategoryId } [GET];
    }

    /// Coming in and going out.
    accounts = Accounts {
        /// Where one asks for a letter that signs one in.
        SignIn "/accounts/sign-in" [GET POST];
        /// Where a sign-in letter's code is typed or pasted, on any device.
        SignInCode "/accounts/code" [GET POST];
        /// Where the letter's link leads: a button, whose POST signs in.
        SignInLink "/accounts/sign-in/{token}" { token: String } [GET POST];
        /// A used or expired link asks for a fresh letter.
        SignInRenewal "/accounts/sign-in/{token}/renewal" { token: String } [POST];
        /// Where the first administrator sets the house up, once.
        SetUp "/accounts/set-up/{token}" { token: String } [GET POST];
        /// Where an invitation's code is typed or pasted, on any device.
        InvitationCode "/accounts/invitations" [GET POST];
        /// Where an invitation's link leads.
        Invitation "/accounts/invitations/{token}" { token: String } [GET];
        /// Takes the invitation up, and signs in.
        InvitationAcceptance "/accounts/invitations/{token}/acceptance" { token: String } [POST];
        /// Turns the invitation down.
        InvitationRefusal "/accounts/invitations/{token}/refusal" { token: String } [POST];
        /// A used or expired invitation asks for a fresh letter.
        InvitationRenewal "/accounts/invitations/{token}/renewal" { token: String } [POST];
        /// One's own sessions, on every device.
        Sessions "/accounts/sessions" [GET];
        /// One's own sheet of interests for a season.
        Interests "/accounts/interests/{season}" { season: SeasonId } [GET POST];
        /// The sheet as it is typed, kept; the answer is for the script.
        InterestsDraft "/accounts/interests/{season}/draft" { season: SeasonId } [POST];
        /// Signs out of this device.
        SignOut "/accounts/sessions/current/removal" [POST];
        /// Signs out of one other device.
        SessionRemoval "/accounts/sessions/{session}/removal" { session: plaudit_domain::ids::SessionId } [POST];
    }

    /// What belongs to no audience.
    server = Server {
        /// The stylesheet, the script, the mark: under names that change with their content.
        Asset "/assets/{name}" { name: String } [GET];
        /// A programme's mark, under a name that changes with it.
        Mark "/assets/marks/{name}" { name: String } [GET];
        /// What the looks are made of; only in development and the demo.
        Gallery "/gallery" [GET];
        /// Some of it in one of the places' moods; only in development and the demo.
        GalleryRoom "/gallery/{place}/{room}" { place: String, room: String } [GET];
        /// Cases as a file, which has a style of its own; only in development and the demo.
        GalleryPack "/gallery/packs/{pack}" { pack: String } [GET];
        /// The process lives.
        Health "/healthz" [GET];
        /// The process lives and its database answers.
        Readiness "/readyz" [GET];
    }
}
