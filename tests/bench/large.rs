//! Awards larger than any test's: one case and its judges come through the store, the other cases and every score as rows
//! beside it.

use plaudit_domain::ids::CategoryId;
use plaudit_store::{Address, seasons};

use crate::{
    rows,
    support::{Site, people::JUDGES},
};

/// How large an award is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) cases: usize,
    pub(crate) judges: usize,
    /// How many of them score each case.
    pub(crate) per_case: usize,
}

/// A season in judging of this extent: every scorecard is in but those of the first case.
pub(crate) async fn award(extent: Size) -> (Site, CategoryId) {
    let site = rows::site_in_judging(1, extent.judges - JUDGES.len()).await;
    let season = site.season().await.id;
    let categories = seasons::categories(site.store(), season).await;
    let category = categories.expect("the categories")[0].id;
    site.database.run(&statements(extent, &site)).await;
    (site, category)
}

fn statements(
    Size {
        cases,
        judges,
        per_case,
    }: Size,
    site: &Site,
) -> Vec<String> {
    let (id, random) = match site.database.address() {
        Address::Sqlite(_) => ("randomblob(16)", "abs(random())"),
        Address::Postgres(_) => ("gen_random_uuid()", "floor(random() * 1000)::int"),
    };
    let people = format!(
        "with recursive counted (i) as (select 1 union all select i + 1 from counted where i < {})
         insert into people (id, name, employer, created_at)
         select {id}, 'Nominee ' || i, 'Council ' || i, one.created_at
         from counted, (select created_at from people limit 1) one",
        cases - 1
    );
    let all_cases = format!(
        "insert into cases (id, category_id, number, nominee_id, status, acceptance, told_at, fact_check, version, created_at)
         select {id}, one.category_id, 1 + row_number() over (order by person.id), person.id, one.status, one.acceptance,
             one.told_at, one.fact_check, 1, one.created_at
         from people person, (select * from cases limit 1) one where person.employer like 'Council %'"
    );
    let assignments = format!(
        "with panel as (select judge_id, row_number() over (order by judge_id) as place from assignments)
         insert into assignments (id, case_id, stage_id, judge_id, status, published_at, created_at)
         select {id}, cases.id, one.stage_id, panel.judge_id, 'submitted', one.published_at, one.created_at
         from cases join panel on (panel.place + cases.number * 7) % {judges} < {per_case},
             (select * from assignments limit 1) one
         where cases.number > 1"
    );
    let scorecards = format!(
        "insert into scorecards (id, assignment_id, rule_set_id, comment, strongest, would_have_helped, submitted_at,
             first_submitted_at, version, created_at, updated_at)
         select {id}, assignments.id, rules.id, 'Clear, and well shown: \"before\" and after.', 'The weekly count.',
             'A word, or two, on who else uses it.', assignments.created_at, assignments.created_at, 1,
             assignments.created_at, assignments.created_at
         from assignments, (select rule_set_id as id from criteria limit 1) rules
         where assignments.status = 'submitted'"
    );
    let scores = format!(
        "insert into scores (scorecard_id, criterion_id, steps)
         select scorecards.id, criteria.id, cases.number % 3 + {random} % 4
         from scorecards join criteria on criteria.rule_set_id = scorecards.rule_set_id
             join assignments on assignments.id = scorecards.assignment_id join cases on cases.id = assignments.case_id"
    );
    vec![
        people,
        all_cases,
        assignments,
        scorecards,
        scores,
        "analyze".to_owned(),
    ]
}
