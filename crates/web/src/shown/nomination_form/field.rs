//! The names of the nomination form's fields, which the form, its page and the tests share.

use plaudit_domain::ids::{EligibilityRuleId, QuestionRevisionId};
use plaudit_store::nominations::Typed;

use crate::http::form::RawForm;
use crate::words::Words;

/// The form's key, fresh with each new form.
pub const KEY: &str = "key";
/// The season that the form is for.
pub const SEASON: &str = "season";
/// The version that the form was made from.
pub const VERSION: &str = "version";
/// When the form was shown, signed.
pub const SHOWN_AT: &str = "shown_at";
/// A field that no person sees, and that programs fill in.
pub const TRAP: &str = "website";
/// Which button was pressed.
pub const PRESSED: &str = "do";
/// The button that takes a claim away; its value is the claim's index.
pub const REMOVE_CLAIM: &str = "remove_claim";

/// What is to be won.
pub const CATEGORY: &str = "category";
/// The nominee's name.
pub const NOMINEE_NAME: &str = "nominee_name";
/// The nominee's role.
pub const NOMINEE_ROLE: &str = "nominee_role";
/// Whom the nominee works for.
pub const NOMINEE_EMPLOYER: &str = "nominee_employer";
/// The nominee's address.
pub const NOMINEE_EMAIL: &str = "nominee_email";
/// The nominator's name.
pub const NOMINATOR_NAME: &str = "nominator_name";
/// The nominator's address.
pub const NOMINATOR_EMAIL: &str = "nominator_email";
/// The nominator's telephone number.
pub const NOMINATOR_TELEPHONE: &str = "nominator_telephone";
/// The nominator's organisation.
pub const NOMINATOR_ORGANISATION: &str = "nominator_organisation";
/// The nominator's role.
pub const NOMINATOR_ROLE: &str = "nominator_role";
/// How the nominator knows the nominee.
pub const RELATIONSHIP: &str = "relationship";
/// That, in words.
pub const RELATIONSHIP_WORDS: &str = "relationship_words";
/// The declaration's box.
pub const DECLARATION: &str = "declaration";
/// What the declaration's box says when it is ticked.
pub const AGREED: &str = "agreed";

/// The fields about people, in the order of the page.
pub const PEOPLE: [&str; 12] = [
    CATEGORY,
    NOMINEE_NAME,
    NOMINEE_ROLE,
    NOMINEE_EMPLOYER,
    NOMINEE_EMAIL,
    NOMINATOR_NAME,
    NOMINATOR_EMAIL,
    NOMINATOR_TELEPHONE,
    NOMINATOR_ORGANISATION,
    NOMINATOR_ROLE,
    RELATIONSHIP,
    RELATIONSHIP_WORDS,
];

/// The list of claims: `claim[0].before`.
pub const CLAIMS: &str = "claim";
/// How it was.
pub const BEFORE: &str = "before";
/// How it is now.
pub const AFTER: &str = "after";
/// When the change began.
pub const FROM: &str = "from";
/// When it was done.
pub const TO: &str = "to";
/// What shows it.
pub const SHOWN_BY: &str = "shown_by";
/// The parts of a claim, in the order of the page.
pub const CLAIM: [&str; 5] = [BEFORE, AFTER, FROM, TO, SHOWN_BY];
/// Claims are numbered under this: more than may be sent, so that what is too many is kept and told.
pub const CLAIM_INDEX_LIMIT: usize = 50;

const RULES: &str = "rule";
const ANSWERS: &str = "answer";
const MARKS: &str = "not_for_publication";

/// The answer to a rule.
pub fn rule(id: EligibilityRuleId) -> String {
    format!("{RULES}[{id}]")
}

/// The answer to a question, by the revision that asks it.
pub fn answer(revision: QuestionRevisionId) -> String {
    format!("{ANSWERS}[{revision}]")
}

/// The mark that an answer is not for publication.
pub fn not_for_publication(revision: QuestionRevisionId) -> String {
    format!("{MARKS}[{revision}]")
}

/// A part of a claim.
pub fn claim(index: usize, part: &str) -> String {
    format!("{CLAIMS}[{index}].{part}")
}

/// What the form calls a field, where a page that is read calls it otherwise.
pub fn label(words: &Words, name: &str, otherwise: &str) -> String {
    let key = match name {
        NOMINEE_NAME => "nominate-nominee-name",
        NOMINEE_ROLE => "nominate-nominee-role",
        NOMINEE_EMPLOYER => "nominate-nominee-employer",
        NOMINEE_EMAIL => "nominate-nominee-email",
        NOMINATOR_NAME => "nominate-nominator-name",
        NOMINATOR_EMAIL => "nominate-nominator-email",
        NOMINATOR_TELEPHONE => "nominate-nominator-telephone",
        NOMINATOR_ORGANISATION => "nominate-nominator-organisation",
        NOMINATOR_ROLE => "nominate-nominator-role",
        RELATIONSHIP => "nominate-relationship",
        CATEGORY => "nominate-category-label",
        RELATIONSHIP_WORDS => "nominate-relationship-words",
        _ => return otherwise.to_owned(),
    };
    words.get(key)
}

/// The revisions by which the posted answers were asked.
pub fn revisions_in(raw: &RawForm) -> Vec<QuestionRevisionId> {
    raw.keys(ANSWERS)
        .into_iter()
        .filter_map(|id| id.parse().ok())
        .collect()
}

/// The indices of the claims in what was typed of which something is filled in, in order.
pub fn claims_in(typed: &Typed) -> Vec<usize> {
    (0..CLAIM_INDEX_LIMIT)
        .filter(|index| {
            CLAIM.iter().any(|part| {
                typed
                    .all(&claim(*index, part))
                    .any(|value| !value.trim().is_empty())
            })
        })
        .collect()
}

/// What a person typed, without the form's own fields and without names that the form does not know.
pub fn typed(raw: &RawForm) -> Typed {
    let listed = |name: &str, list: &str| {
        name.strip_prefix(list)
            .is_some_and(|rest| rest.starts_with('[') && rest.ends_with(']') && rest.len() < 64)
    };
    let is_claim = |name: &str| {
        let rest = name
            .strip_prefix(CLAIMS)
            .and_then(|rest| rest.strip_prefix('['));
        let index_and_part = rest.and_then(|rest| rest.split_once("]."));
        index_and_part.is_some_and(|(index, part)| {
            CLAIM.contains(&part)
                && index
                    .parse::<usize>()
                    .is_ok_and(|index| index < CLAIM_INDEX_LIMIT)
        })
    };
    let pairs = raw.pairs().filter(|(name, _)| {
        PEOPLE.contains(name)
            || *name == DECLARATION
            || listed(name, RULES)
            || listed(name, ANSWERS)
            || listed(name, MARKS)
            || is_claim(name)
    });
    Typed(
        pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_form_asks_is_kept() {
        let raw = RawForm::from_bytes(
            b"key=k&version=3&do=check&nominee_name=Ann&claim[0].before=x&claim[99].before=x\
              &claim[0].other=x&answer[q]=a&unknown=u&rule[r]=yes&claim[1]after=x",
        );
        let names: Vec<String> = typed(&raw).0.into_iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            ["nominee_name", "claim[0].before", "answer[q]", "rule[r]"]
        );
    }
}
