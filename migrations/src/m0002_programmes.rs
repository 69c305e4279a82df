//! Programmes and their stewards and terms; seasons with categories, stages, questions, rule sets and criteria.

use sea_orm_migration::prelude::*;

use crate::columns::{
    create, flag, id, index, instant, json, maybe_instant, maybe_json, maybe_number,
    maybe_reference, maybe_text, number, reference, table, text, unique,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table(
                "programmes",
                vec![
                    id(),
                    text("slug"),
                    json("title_texts"),
                    json("purpose_texts"),
                    json("eligibility_texts"),
                    json("decision_texts"),
                    text("zone"),
                    text("contact_name"),
                    text("contact_email"),
                    text("contact_telephone"),
                    number("version"),
                    instant("created_at"),
                ],
                &[],
            ),
            table(
                "stewards",
                vec![
                    id(),
                    reference("programme_id"),
                    text("name"),
                    text("status"),
                    number("position"),
                ],
                &[("programme_id", "programmes")],
            ),
            table(
                "terms",
                vec![
                    id(),
                    reference("programme_id"),
                    number("number"),
                    json("body_texts"),
                    text("status"),
                    maybe_text("approval_note"),
                    number("version"),
                    instant("created_at"),
                    maybe_instant("approved_at"),
                ],
                &[("programme_id", "programmes")],
            ),
            // `revision` grows with every change that a visitor could see on the form.
            table(
                "seasons",
                vec![
                    id(),
                    reference("programme_id"),
                    text("name"),
                    text("status"),
                    maybe_instant("opens_at"),
                    maybe_instant("closes_at"),
                    maybe_instant("judging_ends_at"),
                    maybe_instant("decision_at"),
                    maybe_instant("announcement_at"),
                    json("declaration_texts"),
                    number("claims_least"),
                    number("claims_most"),
                    number("revision"),
                    number("version"),
                    instant("created_at"),
                ],
                &[("programme_id", "programmes")],
            ),
            table(
                "categories",
                vec![
                    id(),
                    reference("season_id"),
                    json("title_texts"),
                    number("position"),
                ],
                &[("season_id", "seasons")],
            ),
            table(
                "stages",
                vec![
                    id(),
                    reference("season_id"),
                    json("title_texts"),
                    number("position"),
                ],
                &[("season_id", "seasons")],
            ),
            // A yes-or-no question that the form asks before anything else, and the answer that makes eligible.
            table(
                "eligibility_rules",
                vec![
                    id(),
                    reference("season_id"),
                    json("prompt_texts"),
                    json("help_texts"),
                    text("wanted"),
                    number("position"),
                    maybe_instant("removed_at"),
                ],
                &[("season_id", "seasons")],
            ),
            table(
                "questions",
                vec![
                    id(),
                    reference("season_id"),
                    maybe_reference("category_id"),
                    text("key"),
                    number("position"),
                    maybe_instant("removed_at"),
                ],
                &[("season_id", "seasons"), ("category_id", "categories")],
            ),
            table(
                "question_revisions",
                vec![
                    id(),
                    reference("question_id"),
                    number("number"),
                    text("kind"),
                    json("prompt_texts"),
                    json("help_texts"),
                    flag("required"),
                    maybe_number("word_limit"),
                    maybe_number("lowest"),
                    maybe_number("highest"),
                    maybe_json("choices"),
                    instant("created_at"),
                ],
                &[("question_id", "questions")],
            ),
            // What a season is judged by. `content` is the locked canonical text, `digest` its SHA-256 in hexadecimal.
            table(
                "rule_sets",
                vec![
                    id(),
                    reference("season_id"),
                    number("number"),
                    text("status"),
                    text("method"),
                    number("merit_floor"),
                    number("quorum"),
                    number("shortlist_size"),
                    json("tie_break"),
                    maybe_text("reason"),
                    maybe_text("content"),
                    maybe_text("digest"),
                    instant("created_at"),
                    maybe_instant("locked_at"),
                ],
                &[("season_id", "seasons")],
            ),
            table(
                "criteria",
                vec![
                    id(),
                    reference("rule_set_id"),
                    text("key"),
                    json("title_texts"),
                    json("guidance_texts"),
                    number("weight"),
                    number("lowest"),
                    number("highest"),
                    number("step"),
                    json("descriptors"),
                    number("position"),
                ],
                &[("rule_set_id", "rule_sets")],
            ),
        ];
        let indexes = vec![
            unique("programmes", &["slug"]),
            index("stewards", &["programme_id"]),
            unique("terms", &["programme_id", "number"]),
            index("seasons", &["programme_id"]),
            index("categories", &["season_id"]),
            index("stages", &["season_id"]),
            index("eligibility_rules", &["season_id"]),
            unique("questions", &["season_id", "key"]),
            unique("question_revisions", &["question_id", "number"]),
            unique("rule_sets", &["season_id", "number"]),
            unique("criteria", &["rule_set_id", "key"]),
        ];
        create(manager, tables, indexes).await
    }
}
