//! The site map: each URL once, as a type that its route, its handler and every link to it share.

#[macro_use]
mod map;
mod around;
mod panel;
mod reserved;
mod route;
#[cfg(test)]
mod tests;

use crate::http::error::NoSuchPage;
use axum_extra::routing::TypedPath;
use plaudit_domain::ids::{
    AccountId, CaseId, CategoryId, ColumnChoiceId, CriterionId, EligibilityRuleId, EnquiryId,
    InterestId, LetterId, MembershipId, NominationId, ProgrammeId, QuestionId, ReferenceId,
    SeasonId, StewardId, TermsId,
};
use serde::Deserialize;

pub use around::{accounts, exports, server};
pub use panel::judging;
pub use reserved::{RESERVED, is_reserved};
pub use route::{Area, Route, holds_secret};

/// Every URL of the site, in the order of the map.
pub const ROUTES: &[Route] = &joined::<
    { PUBLIC.len() + panel::JUDGING.len() + ADMIN.len() + around::AROUND.len() },
>([PUBLIC, panel::JUDGING, ADMIN, around::AROUND]);

const fn joined<const N: usize>(parts: [&[Route]; 4]) -> [Route; N] {
    let mut all = [PUBLIC[0]; N];
    let (mut part, mut within, mut at) = (0, 0, 0);
    while at < N {
        if within < parts[part].len() {
            all[at] = parts[part][within];
            within += 1;
            at += 1;
        } else {
            part += 1;
            within = 0;
        }
    }
    all
}

site_map! { PUBLIC
    /// No account needed.
    public = Public {
        /// What is open, and until when.
        Home "/" [GET];
        /// The form, fresh; posting it keeps what was typed, and goes on as the button says.
        Nominate "/nominate/{programme}" { programme: String } [GET POST];
        /// The form as it stands, kept while somebody types; the answer is for the script.
        NominateDraft "/nominate/{programme}/draft" { programme: String } [POST];
        /// A nomination's private page.
        Nomination "/nominations/{key}" { key: String } [GET];
        /// Its form, filled in.
        NominationForm "/nominations/{key}/form" { key: String } [GET];
        /// What was typed, to be checked before it is sent.
        NominationCheck "/nominations/{key}/check" { key: String } [GET];
        /// What was received, and what happens next.
        NominationReceipt "/nominations/{key}/receipt" { key: String } [GET];
        /// Confirms the nominator's address.
        NominationConfirmation "/nominations/{key}/confirmation" { key: String } [POST];
        /// Takes the nomination back.
        NominationWithdrawal "/nominations/{key}/withdrawal" { key: String } [GET POST];
        /// An expired link asks for a new one.
        NominationRenewal "/nominations/{key}/renewal" { key: String } [POST];
        /// A programme: what it is for, and how it is judged.
        Programme "/{programme}" { programme: String } [GET];
        /// How it is judged: criteria, weights, every point of every scale, and what changed since.
        HowWeJudge "/{programme}/how-we-judge" { programme: String } [GET];
        /// What is published of a category's results, once its season is announced.
        PublicResults "/{programme}/results/{category}/public-results.zip" { programme: String, category: CategoryId } [GET];
        /// Its whole form, to read and to print.
        ProgrammeForm "/{programme}/form" { programme: String } [GET];
    }
}

site_map! { ADMIN
    /// Behind the administrator's gate.
    admin = Admin {
        /// What needs doing next.
        Dashboard "/admin" [GET];
        /// The judges of a season and their progress; a post invites one.
        Judges "/admin/judges/{season}" { season: SeasonId } [GET POST];
        /// Sends a judge's invitation once more.
        JudgeInvitation "/admin/judges/{season}/{membership}/invitation" { season: SeasonId, membership: MembershipId } [POST];
        /// Reminds a judge of what is left.
        JudgeReminder "/admin/judges/{season}/{membership}/reminder" { season: SeasonId, membership: MembershipId } [POST];
        /// Sends every invitation that was not answered once more.
        JudgeInvitations "/admin/judges/{season}/invitations" { season: SeasonId } [POST];
        /// What suspending somebody would mean, and the button that does it.
        JudgeSuspension "/admin/judges/{season}/{membership}/suspension" { season: SeasonId, membership: MembershipId } [GET POST];
        /// What another role would mean for somebody on the panel; a post gives it.
        JudgeRole "/admin/judges/{season}/{membership}/role" { season: SeasonId, membership: MembershipId } [GET POST];
        /// What removing a judge would mean, and the button that does it.
        JudgeRemoval "/admin/judges/{season}/{membership}/removal" { season: SeasonId, membership: MembershipId } [GET POST];
        /// How far judging is, for each judge and each case.
        Progress "/admin/progress/{season}" { season: SeasonId } [GET];
        /// Which judges a reminder would go to, and the button that sends it.
        JudgeReminders "/admin/progress/{season}/reminders" { season: SeasonId } [GET POST];
        /// On which days before the due date judges are reminded by themselves.
        Reminding "/admin/progress/{season}/reminding" { season: SeasonId } [POST];
        /// What a season can do beyond the small award.
        More "/admin/more/{season}" { season: SeasonId } [GET];
        /// The stages beside the scoring.
        Stages "/admin/stages/{season}" { season: SeasonId } [GET POST];
        /// Who judges in which stage.
        StageJudges "/admin/stages/{season}/judges" { season: SeasonId } [POST];
        /// Who would go on to the next stage, and the button that ends this one.
        StageMove "/admin/stages/{season}/next" { season: SeasonId } [GET POST];
        /// When and where finalists are met.
        StageInterviews "/admin/stages/{season}/interviews" { season: SeasonId } [POST];
        /// Goes back to the stage before, until something was put down in this one.
        StageMoveRemoval "/admin/stages/{season}/next/removal" { season: SeasonId } [POST];
        /// Who judges, and what each says of themselves in public.
        Biographies "/admin/biographies/{season}" { season: SeasonId } [GET];
        /// Shows it in public.
        PanelPublication "/admin/biographies/{season}/publication" { season: SeasonId } [POST];
        /// Shows it no more.
        PanelPublicationRemoval "/admin/biographies/{season}/publication/removal" { season: SeasonId } [POST];
        /// What one of them says; a post changes it.
        Biography "/admin/biographies/{season}/{membership}" { season: SeasonId, membership: MembershipId } [GET POST];
        /// Takes it off the page.
        BiographyRemoval "/admin/biographies/{season}/{membership}/removal" { season: SeasonId, membership: MembershipId } [POST];
        /// What the panel is asked to keep to itself, and who accepted it; a post brings the next version into force.
        Confidentiality "/admin/confidentiality/{season}" { season: SeasonId } [GET POST];
        /// Asks for nothing from here on.
        ConfidentialityRemoval "/admin/confidentiality/{season}/removal" { season: SeasonId } [POST];
        /// Who judges what, where not everybody reads everything; a post sets what is asked of the plan.
        Assignment "/admin/assignment/{season}" { season: SeasonId } [GET POST];
        /// Lets everybody read everything again.
        AssignmentRemoval "/admin/assignment/{season}/removal" { season: SeasonId } [POST];
        /// Makes the plan anew, for nobody but administrators to see.
        AssignmentProposal "/admin/assignment/{season}/proposal" { season: SeasonId } [POST];
        /// What publishing the plan would mean, and the button that does it.
        AssignmentPublication "/admin/assignment/{season}/publication" { season: SeasonId } [GET POST];
        /// Judges' own loads and organisations.
        AssignmentJudges "/admin/assignment/{season}/judges" { season: SeasonId } [GET POST];
        /// How well judges suit cases, from a file.
        AssignmentMatches "/admin/assignment/{season}/matches" { season: SeasonId } [GET POST];
        /// Who reads one case, and what it costs to change it.
        AssignedCase "/admin/assignment/{season}/cases/{case}" { season: SeasonId, case: CaseId } [GET POST];
        /// The interests of a season's judges, those that wait for a ruling first.
        Interests "/admin/interests/{season}" { season: SeasonId } [GET];
        /// A suggested conflict, to be confirmed or dismissed.
        Suggestion "/admin/interests/{season}/suggestions/{case}/{judge}/{sign}" { season: SeasonId, case: CaseId, judge: AccountId, sign: String } [GET POST];
        /// What judges ask the secretary, those questions that wait first.
        Enquiries "/admin/enquiries/{season}" { season: SeasonId } [GET];
        /// One of them, to be answered.
        EnquiryAnswer "/admin/enquiries/{season}/{enquiry}/answer" { season: SeasonId, enquiry: EnquiryId } [GET POST];
        /// A season's practice case with the panel's answers.
        Practice "/admin/practice/{season}" { season: SeasonId } [GET POST];
        /// Goes on without one.
        PracticeRemoval "/admin/practice/{season}/removal" { season: SeasonId } [POST];
        /// One judge's interest in one case, to be ruled on.
        Ruling "/admin/interests/{season}/{interest}/ruling" { season: SeasonId, interest: InterestId } [GET POST];
        /// Programmes, and the ways to set one up.
        Programmes "/admin/programmes" [GET POST];
        /// The form for a programme that is set up from nothing.
        NewProgramme "/admin/programmes/new" [GET];
        /// Sets up the award that ships with the program.
        ShippedProgramme "/admin/programmes/shipped" [POST];
        /// One programme: what is set up, what comes next.
        Programme "/admin/programmes/{programme}" { programme: ProgrammeId } [GET];
        /// What is written about a programme.
        ProgrammeWords "/admin/programmes/{programme}/words" { programme: ProgrammeId } [GET POST];
        /// The picture that stands for a programme; a post takes another, to be looked at.
        ProgrammeMark "/admin/programmes/{programme}/mark" { programme: ProgrammeId } [GET POST];
        /// How a picture would look as the mark; a post makes it so.
        MarkTrial "/admin/programmes/{programme}/mark/{name}" { programme: ProgrammeId, name: String } [GET POST];
        /// Goes back to Plaudit's own mark.
        MarkRemoval "/admin/programmes/{programme}/mark/removal" { programme: ProgrammeId } [POST];
        /// The stewards of a programme.
        Stewards "/admin/stewards/{programme}" { programme: ProgrammeId } [GET POST];
        /// To which addresses the ledger's head is mailed.
        StewardsProof "/admin/stewards/{programme}/proof" { programme: ProgrammeId } [POST];
        /// What a steward is called.
        StewardName "/admin/stewards/{programme}/{steward}/name" { programme: ProgrammeId, steward: StewardId } [GET POST];
        /// A steward leaves.
        StewardRetirement "/admin/stewards/{programme}/{steward}/retirement" { programme: ProgrammeId, steward: StewardId } [GET POST];
        /// Every version of a programme's terms.
        TermsVersions "/admin/terms/{programme}" { programme: ProgrammeId } [GET POST];
        /// The form for the next version.
        NewTerms "/admin/terms/{programme}/new" { programme: ProgrammeId } [GET];
        /// One version of the terms; a draft can be rewritten.
        Terms "/admin/terms/{programme}/{terms}" { programme: ProgrammeId, terms: TermsId } [GET POST];
        /// Puts a draft before the stewards' executives.
        TermsCirculation "/admin/terms/{programme}/{terms}/circulation" { programme: ProgrammeId, terms: TermsId } [POST];
        /// Takes it back to change its text.
        TermsCirculationRemoval "/admin/terms/{programme}/{terms}/circulation/removal" { programme: ProgrammeId, terms: TermsId } [POST];
        /// Records that every steward's executives have approved.
        TermsApproval "/admin/terms/{programme}/{terms}/approval" { programme: ProgrammeId, terms: TermsId } [POST];
        /// Records that executives declined.
        TermsRefusal "/admin/terms/{programme}/{terms}/refusal" { programme: ProgrammeId, terms: TermsId } [POST];
        /// The form for a programme's next season.
        NewSeason "/admin/seasons/new/{programme}" { programme: ProgrammeId } [GET POST];
        /// One season: where it stands, what is missing, which moves are possible.
        Season "/admin/seasons/{season}" { season: SeasonId } [GET];
        /// A season's name, dates and declaration.
        SeasonWords "/admin/seasons/{season}/words" { season: SeasonId } [GET POST];
        /// Opens a season for nominations.
        SeasonOpening "/admin/seasons/{season}/opening" { season: SeasonId } [GET POST];
        /// Closes nominations.
        SeasonScreening "/admin/seasons/{season}/screening" { season: SeasonId } [GET POST];
        /// Puts the close off.
        SeasonExtension "/admin/seasons/{season}/extension" { season: SeasonId } [GET POST];
        /// Hands the cases to the judges.
        SeasonJudging "/admin/seasons/{season}/judging" { season: SeasonId } [GET POST];
        /// Breaks judging off, back to screening.
        SeasonJudgingRemoval "/admin/seasons/{season}/judging/removal" { season: SeasonId } [GET POST];
        /// Locks the scorecards for the panel's meeting.
        SeasonDeliberation "/admin/seasons/{season}/deliberation" { season: SeasonId } [GET POST];
        /// Breaks the meeting off, back to judging.
        SeasonDeliberationRemoval "/admin/seasons/{season}/deliberation/removal" { season: SeasonId } [GET POST];
        /// Records that the panel has resolved.
        SeasonDecision "/admin/seasons/{season}/decision" { season: SeasonId } [GET POST];
        /// Makes the result public.
        SeasonAnnouncement "/admin/seasons/{season}/announcement" { season: SeasonId } [GET POST];
        /// Closes the books.
        SeasonArchive "/admin/seasons/{season}/archive" { season: SeasonId } [GET POST];
        /// Calls a season off.
        SeasonCancellation "/admin/seasons/{season}/cancellation" { season: SeasonId } [GET POST];
        /// What is won in a season.
        Categories "/admin/categories/{season}" { season: SeasonId } [GET POST];
        /// One category's name.
        Category "/admin/categories/{season}/{category}" { season: SeasonId, category: CategoryId } [GET POST];
        /// Takes a category out.
        CategoryRemoval "/admin/categories/{season}/{category}/removal" { season: SeasonId, category: CategoryId } [POST];
        /// The yes-or-no rules that the form asks first.
        EligibilityRules "/admin/eligibility/{season}" { season: SeasonId } [GET];
        /// The form for another rule.
        NewEligibilityRule "/admin/eligibility/{season}/new" { season: SeasonId } [GET POST];
        /// One rule.
        EligibilityRule "/admin/eligibility/{season}/{rule}" { season: SeasonId, rule: EligibilityRuleId } [GET POST];
        /// Takes a rule off the form.
        EligibilityRuleRemoval "/admin/eligibility/{season}/{rule}/removal" { season: SeasonId, rule: EligibilityRuleId } [POST];
        /// What the form asks.
        Questions "/admin/questions/{season}" { season: SeasonId } [GET];
        /// The form for another question.
        NewQuestion "/admin/questions/{season}/new" { season: SeasonId } [GET POST];
        /// The form as nominators will see it.
        QuestionsPreview "/admin/questions/{season}/preview" { season: SeasonId } [GET];
        /// One question.
        Question "/admin/questions/{season}/{question}" { season: SeasonId, question: QuestionId } [GET POST];
        /// Moves a question up or down.
        QuestionPlace "/admin/questions/{season}/{question}/place" { season: SeasonId, question: QuestionId } [POST];
        /// Takes a question off the form.
        QuestionRemoval "/admin/questions/{season}/{question}/removal" { season: SeasonId, question: QuestionId } [POST];
        /// What is scored.
        Criteria "/admin/criteria/{season}" { season: SeasonId } [GET];
        /// The form for another criterion.
        NewCriterion "/admin/criteria/{season}/new" { season: SeasonId } [GET POST];
        /// One criterion with its scale.
        Criterion "/admin/criteria/{season}/{criterion}" { season: SeasonId, criterion: CriterionId } [GET POST];
        /// Corrects the words of a criterion that is published.
        CriterionCorrection "/admin/criteria/{season}/{criterion}/correction" { season: SeasonId, criterion: CriterionId } [GET POST];
        /// Moves a criterion up or down.
        CriterionPlace "/admin/criteria/{season}/{criterion}/place" { season: SeasonId, criterion: CriterionId } [POST];
        /// Takes a criterion out.
        CriterionRemoval "/admin/criteria/{season}/{criterion}/removal" { season: SeasonId, criterion: CriterionId } [POST];
        /// Method, merit floor, quorum, shortlist size and tie-break.
        Rules "/admin/rules/{season}" { season: SeasonId } [GET POST];
        /// A later version of rules that are published.
        RulesVersion "/admin/rules/{season}/version" { season: SeasonId } [GET POST];
        /// Begins a later version, as a draft.
        RulesVersionDraft "/admin/rules/{season}/version/draft" { season: SeasonId } [POST];
        /// Gives that draft up.
        RulesVersionDraftRemoval "/admin/rules/{season}/version/draft/removal" { season: SeasonId } [POST];
        /// What declared interests lead to.
        Conflicts "/admin/conflicts/{season}" { season: SeasonId } [GET POST];
        /// The e-mail domains that are no sign of a conflict.
        Domains "/admin/domains" [GET POST];
        /// The administrators.
        People "/admin/people" [GET POST];
        /// Sends an administrator's invitation again.
        AdministratorLetter "/admin/people/{membership}/letter" { membership: MembershipId } [POST];
        /// Ends an administrator's membership.
        AdministratorRemoval "/admin/people/{membership}/removal" { membership: MembershipId } [GET POST];
        /// Whose installation it is, and who answers questions.
        Organisation "/admin/organisation" [GET POST];
        /// A season's nominations: searched, filtered, sorted.
        Nominations "/admin/nominations/{season}" { season: SeasonId } [GET];
        /// What accepting several nominations would mean, and the button that does it.
        Acceptances "/admin/nominations/{season}/acceptances" { season: SeasonId } [GET POST];
        /// What telling several apart again would mean, and the button that does it.
        AcceptancesRemoval "/admin/nominations/{season}/acceptances/removal" { season: SeasonId } [GET POST];
        /// Whom a reminder to confirm would go to, and the button that sends it.
        Reminders "/admin/nominations/{season}/reminders" { season: SeasonId } [GET POST];
        /// One nomination with all that was said in it, to be decided on.
        Nomination "/admin/nominations/{season}/{nomination}" { season: SeasonId, nomination: NominationId } [GET];
        /// Accepts a nomination into a case.
        Acceptance "/admin/nominations/{season}/{nomination}/acceptance" { season: SeasonId, nomination: NominationId } [POST];
        /// Tells a nomination apart from the case that it was joined to.
        AcceptanceRemoval "/admin/nominations/{season}/{nomination}/acceptance/removal" { season: SeasonId, nomination: NominationId } [POST];
        /// Finds a nomination ineligible.
        Ineligibility "/admin/nominations/{season}/{nomination}/ineligibility" { season: SeasonId, nomination: NominationId } [POST];
        /// Takes that back.
        IneligibilityRemoval "/admin/nominations/{season}/{nomination}/ineligibility/removal" { season: SeasonId, nomination: NominationId } [POST];
        /// Admits a nomination that came after the close.
        Admission "/admin/nominations/{season}/{nomination}/admission" { season: SeasonId, nomination: NominationId } [POST];
        /// A season's cases with where each of them stands.
        Cases "/admin/cases" [GET];
        /// What recording that the nominees of several were told would mean, and the button that does it.
        CasesTold "/admin/cases/several/{season}/told" { season: SeasonId } [GET POST];
        /// The same for taking that back.
        CasesToldRemoval "/admin/cases/several/{season}/told/removal" { season: SeasonId } [GET POST];
        /// The same for finding several eligible.
        CasesEligible "/admin/cases/several/{season}/eligibility" { season: SeasonId } [GET POST];
        /// The same for taking that back.
        CasesEligibleRemoval "/admin/cases/several/{season}/eligibility/removal" { season: SeasonId } [GET POST];
        /// One case with all that bears on it.
        Case "/admin/cases/{case}" { case: CaseId } [GET];
        /// Records what the nominee was told or answered.
        NomineeAnswer "/admin/cases/{case}/acceptance" { case: CaseId } [POST];
        /// Records the answer to the fact check.
        FactCheck "/admin/cases/{case}/fact-check" { case: CaseId } [POST];
        /// Asks for the fact check anew.
        FactCheckRemoval "/admin/cases/{case}/fact-check/removal" { case: CaseId } [POST];
        /// The form that names a referee of a case.
        Referees "/admin/cases/{case}/referees" { case: CaseId } [GET POST];
        /// Takes a referee off a case.
        RefereeRemoval "/admin/cases/{case}/referees/{reference}/removal" { case: CaseId, reference: ReferenceId } [GET POST];
        /// Finds a case eligible or not.
        Eligibility "/admin/cases/{case}/eligibility" { case: CaseId } [POST];
        /// Takes back that a case is eligible, or that it is not.
        EligibilityRemoval "/admin/cases/{case}/eligibility/removal" { case: CaseId } [POST];
        /// Takes a case out by decision.
        Disqualification "/admin/cases/{case}/disqualification" { case: CaseId } [POST];
        /// Takes a case out because the nominee wishes it.
        Withdrawal "/admin/cases/{case}/withdrawal" { case: CaseId } [POST];
        /// What the scores support.
        Ranking "/admin/ranking/{category}" { category: CategoryId } [GET];
        /// How sure the ranking is.
        Certainty "/admin/ranking/{category}/certainty" { category: CategoryId } [GET];
        /// What the results package holds, and how it is checked.
        Package "/admin/package/{category}" { category: CategoryId } [GET];
        /// Publishes a part of the results.
        ResultsPublication "/admin/package/{category}/publication" { category: CategoryId } [POST];
        /// Takes it back.
        ResultsPublicationRemoval "/admin/package/{category}/publication/removal" { category: CategoryId } [POST];
        /// Who is put forward, and why.
        Shortlist "/admin/shortlist/{category}" { category: CategoryId } [GET];
        /// What taking the cut would put forward, and the button that does it.
        Cut "/admin/shortlist/{category}/cut" { category: CategoryId } [GET POST];
        /// What taking the last cut back would mean, and the button that does it.
        CutRemoval "/admin/shortlist/{category}/cut/removal" { category: CategoryId } [GET POST];
        /// The cases on which nobody has decided, and the button that leaves them out.
        Rest "/admin/shortlist/{category}/rest" { category: CategoryId } [GET POST];
        /// What was left out as one, to be put back into judging.
        RestRemoval "/admin/shortlist/{category}/rest/removal" { category: CategoryId } [GET POST];
        /// One case of the shortlist, to be decided on.
        Place "/admin/shortlist/{category}/{case}" { category: CategoryId, case: CaseId } [GET POST];
        /// Takes a case off the shortlist or out of the reserve.
        PlaceRemoval "/admin/shortlist/{category}/{case}/removal" { category: CategoryId, case: CaseId } [POST];
        /// What the panel resolved of each finalist.
        Deliberation "/admin/deliberation/{category}" { category: CategoryId } [GET];
        /// What was decided in its meeting.
        Minutes "/admin/deliberation/{category}/minutes" { category: CategoryId } [GET];
        /// One finalist, whose result is recorded.
        Resolution "/admin/deliberation/{category}/{case}" { category: CategoryId, case: CaseId } [GET POST];
        /// Takes a finalist's result back.
        ResolutionRemoval "/admin/deliberation/{category}/{case}/removal" { category: CategoryId, case: CaseId } [POST];
        /// Every file of a season, with the saved choices of columns.
        Files "/admin/files/{season}" { season: SeasonId } [GET];
        /// The form for another choice of a file's columns.
        NewColumnChoice "/admin/files/{season}/choices/new/{file}" { season: SeasonId, file: String } [GET POST];
        /// One choice.
        ColumnChoice "/admin/files/{season}/choices/{choice}" { season: SeasonId, choice: ColumnChoiceId } [GET POST];
        /// Removes a choice.
        ColumnChoiceRemoval "/admin/files/{season}/choices/{choice}/removal" { season: SeasonId, choice: ColumnChoiceId } [POST];
        /// The letters that wait, went out or failed.
        Outbox "/admin/outbox" [GET];
        /// Sends a letter again.
        Resending "/admin/outbox/{letter}/resending" { letter: LetterId } [POST];
        /// Whether letters arrive: how they go out, what their domain needs, what failed.
        Mail "/admin/mail" [GET];
        /// Sends a letter that only tries whether letters arrive.
        TrialLetter "/admin/mail/trial" [POST];
        /// The ledger in plain sentences.
        History "/admin/history" [GET];
    }
}
