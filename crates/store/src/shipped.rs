//! Awards that are set up whole from a file: the IT-progress award ships with the program.

use std::collections::BTreeMap;

use plaudit_domain::{
    criterion::{Points, Scale},
    eligibility,
    ids::{ProgrammeId, SeasonId},
    person::Contact,
    programme::{ProgrammeWords, Slug},
    question::{Asks, Choice},
    rule_set::{Method, TieBreak},
    season::{ClaimsAsked, Timetable},
    text::Texts,
    window::Zone,
};
use serde::Deserialize;

use crate::{
    Moment, Store, StoreError,
    eligibility_rules::{self, RuleWords},
    practice::{self, PanelAnswer, PracticeWords},
    programmes,
    questions::{self, QuestionWords},
    rule_sets::{self, CriterionWords, RuleSetWords},
    seasons::{self, SeasonWords},
    terms,
    write::Tx,
};

/// An award as a file describes it: its words, what its form asks and what it is judged by.
#[derive(Clone, Debug, Deserialize)]
pub struct Award {
    /// Its name.
    pub title: String,
    /// Where it is found.
    pub slug: String,
    /// The zone of its deadlines.
    pub zone: String,
    category: AwardCategory,
    purpose: String,
    eligibility: String,
    eligibility_questions: Vec<AwardRule>,
    questions: Vec<AwardQuestion>,
    claims: AwardClaims,
    criteria: Vec<AwardCriterion>,
    decision_rule: DecisionRule,
    declaration: String,
    how_it_is_judged: String,
    #[serde(default)]
    practice: Option<AwardPractice>,
}

#[derive(Clone, Debug, Deserialize)]
struct AwardPractice {
    nominee: String,
    content: String,
    answers: BTreeMap<String, PanelAnswer>,
}

#[derive(Clone, Debug, Deserialize)]
struct AwardCategory {
    title: String,
}

#[derive(Clone, Debug, Deserialize)]
struct AwardRule {
    id: String,
    wording: String,
    #[serde(default)]
    help: String,
    #[serde(default = "yes")]
    wanted: String,
}

fn yes() -> String {
    eligibility::Answer::Yes.as_str().to_owned()
}

#[derive(Clone, Debug, Deserialize)]
struct AwardQuestion {
    key: String,
    prompt: String,
    #[serde(default)]
    help: String,
    kind: String,
    #[serde(default)]
    word_limit: Option<usize>,
    #[serde(default)]
    choices: Vec<AwardChoice>,
    #[serde(default)]
    lowest: Option<i64>,
    #[serde(default)]
    highest: Option<i64>,
    required: bool,
    #[serde(default)]
    for_publication: bool,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct AwardClaims {
    least: u32,
    most: u32,
}

#[derive(Clone, Debug, Deserialize)]
struct AwardChoice {
    key: String,
    title: String,
}

/// A criterion as a file tells it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct AwardCriterion {
    key: String,
    title: String,
    guidance: String,
    weight: u32,
    lowest: i64,
    highest: i64,
    step: i64,
    descriptors: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
struct DecisionRule {
    merit_floor_percent: u32,
    quorum: u32,
    shortlist_size: u32,
}

/// The award for progress in the use of IT in local government, as it ships.
pub fn it_progress() -> Award {
    Award::parse(include_str!("shipped/it_progress.json")).expect("a test reads the shipped file")
}

/// What an installation decides about an award that it sets up from a file.
#[derive(Clone, Debug)]
pub struct SetUp {
    /// Who answers questions.
    pub contact: Contact,
    /// The stewards' names.
    pub stewards: Vec<String>,
    /// The first season's name.
    pub season: String,
    /// Its dates, as far as they are known.
    pub timetable: Timetable,
}

impl Award {
    /// Reads a file.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// What the file calls the eligibility rules, in their order.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &str> {
        self.eligibility_questions
            .iter()
            .map(|rule| rule.id.as_str())
    }

    fn words(&self, contact: Contact) -> Result<ProgrammeWords, StoreError> {
        Ok(ProgrammeWords {
            accent: None,
            slug: Slug::parse(&self.slug)
                .map_err(|_| StoreError::unreadable("the award's slug"))?,
            title: Texts::english(&self.title),
            purpose: Texts::english(&self.purpose),
            eligibility: Texts::english(&self.eligibility),
            decision: Texts::english(&self.how_it_is_judged),
            zone: Zone::parse(&self.zone)
                .map_err(|_| StoreError::unreadable("the award's zone"))?,
            contact,
        })
    }

    /// The terms that the stewards are asked to approve: purpose, eligibility, how it is judged, declaration.
    fn terms(&self) -> Texts {
        Texts::english(format!(
            "## Purpose\n\n{}\n\n## Who is eligible\n\n{}\n\n## How it is judged\n\n{}\n\n## What a nominator declares\n\n{}",
            self.purpose, self.eligibility, self.how_it_is_judged, self.declaration
        ))
    }
}

/// Sets up a programme with its stewards, a draft of its terms and a draft season with everything in the file.
pub async fn set_up(
    store: &Store,
    moment: &Moment,
    award: Award,
    decided: SetUp,
) -> Result<(ProgrammeId, SeasonId), StoreError> {
    store
        .write(
            (moment.clone(), award, decided),
            |tx, (moment, award, decided)| Box::pin(insert(tx, moment, award, decided)),
        )
        .await
}

async fn insert(
    tx: &Tx,
    moment: &Moment,
    award: &Award,
    decided: &SetUp,
) -> Result<(ProgrammeId, SeasonId), StoreError> {
    let words = award.words(decided.contact.clone())?;
    let programme = programmes::insert(tx, moment, &words).await?;
    for steward in &decided.stewards {
        programmes::insert_steward(tx, moment, programme, steward).await?;
    }
    terms::insert(tx, moment, programme, &award.terms()).await?;
    let season = insert_season(tx, moment, programme, award, decided).await?;
    Ok((programme, season))
}

/// Sets up another season of a programme with everything in the file.
pub(crate) async fn set_up_season(
    store: &Store,
    moment: &Moment,
    programme: ProgrammeId,
    award: Award,
    decided: SetUp,
) -> Result<SeasonId, StoreError> {
    store
        .write(
            (moment.clone(), programme, award, decided),
            |tx, (moment, programme, award, decided)| {
                Box::pin(insert_season(tx, moment, *programme, award, decided))
            },
        )
        .await
}

async fn insert_season(
    tx: &Tx,
    moment: &Moment,
    programme: ProgrammeId,
    award: &Award,
    decided: &SetUp,
) -> Result<SeasonId, StoreError> {
    let words = SeasonWords {
        name: decided.season.clone(),
        timetable: decided.timetable,
        declaration: Texts::english(&award.declaration),
        claims: ClaimsAsked::new(award.claims.least, award.claims.most)
            .map_err(|_| StoreError::unreadable("the award's number of claims"))?,
    };
    let category = Texts::english(&award.category.title);
    let season = seasons::insert(tx, moment, programme, &words, &category).await?;
    for rule in &award.eligibility_questions {
        let words = RuleWords {
            prompt: Texts::english(&rule.wording),
            help: Texts::english(&rule.help),
            wanted: eligibility::Answer::parse(&rule.wanted)?,
        };
        eligibility_rules::insert(tx, moment, season, &words).await?;
    }
    for question in &award.questions {
        questions::insert(tx, moment, season, &question.words()?).await?;
    }
    let rules = rule_sets::load(tx, season).await?;
    let settings = RuleSetWords {
        method: Method::Mean,
        merit_floor: award.decision_rule.merit_floor_percent * 100,
        quorum: award.decision_rule.quorum,
        shortlist_size: award.decision_rule.shortlist_size,
        tie_break: vec![TieBreak::Criteria, TieBreak::HeadToHead],
        ..RuleSetWords::default()
    };
    rule_sets::write_words(tx, rules.id, &settings).await?;
    for (position, criterion) in award.criteria.iter().enumerate() {
        rule_sets::insert_criterion(tx, moment, rules.id, &criterion.words()?, position).await?;
    }
    if let Some(example) = &award.practice {
        let words = PracticeWords {
            nominee: example.nominee.clone(),
            content: example.content.clone(),
            answers: example.answers.clone(),
        };
        practice::insert(tx, moment, season, &words).await?;
    }
    Ok(season)
}

impl AwardQuestion {
    fn words(&self) -> Result<QuestionWords, StoreError> {
        use plaudit_domain::question::Kind;
        let choices = || {
            let choice = |choice: &AwardChoice| Choice {
                key: choice.key.clone(),
                title: Texts::english(&choice.title),
            };
            self.choices.iter().map(choice).collect()
        };
        let asks = match Kind::parse(&self.kind)? {
            Kind::ShortText => Asks::ShortText,
            Kind::LongText => Asks::LongText {
                word_limit: self
                    .word_limit
                    .ok_or_else(|| StoreError::unreadable("a long text without limit"))?,
            },
            Kind::OneOf => Asks::OneOf(choices()),
            Kind::SeveralOf => Asks::SeveralOf(choices()),
            Kind::Number => Asks::Number {
                lowest: self.lowest,
                highest: self.highest,
            },
            Kind::Date => Asks::Date,
            Kind::Link => Asks::Link,
        };
        Ok(QuestionWords {
            key: self.key.clone(),
            prompt: Texts::english(&self.prompt),
            help: Texts::english(&self.help),
            asks,
            required: self.required,
            for_publication: self.for_publication,
        })
    }
}

impl AwardCriterion {
    pub(crate) fn words(&self) -> Result<CriterionWords, StoreError> {
        let unreadable = |_| StoreError::unreadable("a criterion's scale");
        let points = Points::whole;
        let scale = Scale::new(points(self.lowest), points(self.highest), points(self.step))
            .map_err(unreadable)?;
        let descriptors = self
            .descriptors
            .iter()
            .map(|(value, words)| {
                let steps = Points::parse(value)
                    .ok()
                    .and_then(|value| scale.steps_to(value));
                Ok((
                    steps.ok_or_else(|| StoreError::unreadable("a descriptor"))?,
                    Texts::english(words),
                ))
            })
            .collect::<Result<_, StoreError>>()?;
        Ok(CriterionWords {
            key: self.key.clone(),
            title: Texts::english(&self.title),
            guidance: Texts::english(&self.guidance),
            weight: self.weight,
            scale,
            descriptors,
        })
    }
}
