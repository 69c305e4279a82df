### English: complete by test. Keys begin with the name of the file that uses them.

## words.rs, words/calendar.rs
words-list = { $first } and { $last }
words-thousands = ,
words-decimal = .
words-percent = { $number }%
words-moment = { $time } on { $day } ({ $zone } time, { $abbreviation })
words-moment-short = { $day }, { $time } { $abbreviation }
words-day = { $weekday } { $day } { $month } { $year }
words-day-short = { $day } { $month } { $year }
words-month = { $month } { $year }
words-noon = noon
words-midnight = midnight
words-morning = { $clock }am
words-afternoon = { $clock }pm
words-weekday-1 = Monday
words-weekday-2 = Tuesday
words-weekday-3 = Wednesday
words-weekday-4 = Thursday
words-weekday-5 = Friday
words-weekday-6 = Saturday
words-weekday-7 = Sunday
words-month-1 = January
words-month-2 = February
words-month-3 = March
words-month-4 = April
words-month-5 = May
words-month-6 = June
words-month-7 = July
words-month-8 = August
words-month-9 = September
words-month-10 = October
words-month-11 = November
words-month-12 = December
words-month-short-1 = Jan
words-month-short-2 = Feb
words-month-short-3 = Mar
words-month-short-4 = Apr
words-month-short-5 = May
words-month-short-6 = Jun
words-month-short-7 = Jul
words-month-short-8 = Aug
words-month-short-9 = Sep
words-month-short-10 = Oct
words-month-short-11 = Nov
words-month-short-12 = Dec

## ui/page.rs
page-skip = Skip to main content
page-title = { $page } – { $place }
page-title-error = Error: { $title }
page-navigation = Main
page-sign-out = Sign out
page-signed-in-as = Signed in as
page-contact = Questions? Ask { $name }
page-contact-telephone = Telephone
page-contact-email = Email
page-footer-links = About this award
page-made-with = Run with Plaudit

## ui/fields.rs
fields-optional = (optional)
fields-error = Error:
fields-date-hint = For example, 2 March 2027 or 2/3/2027
fields-month-hint = For example, March 2027 or 3/2027
fields-time-hint = For example, noon, 9am or 16:30
fields-word-count = { $count } of up to { $limit } words
fields-word-count-over = { $count } words: that is over the limit of { $limit }

## ui/error_summary.rs
error-summary-title = There is a problem

## ui/form.rs
form-saving = Saving…
form-saved = Saved { $time }
form-offline = Offline: kept on this device
form-stale = Changed in another window. Reload this page to see it; what you typed here is kept on this device
form-refused = Not saved: kept on this device
form-newer-here = This device has kept changes that are newer than what is shown here.
form-newer-use = Use the newer changes
form-newer-drop = Discard them

## ui/pager.rs
pager-shown = { $total ->
    [0] Nothing to show
    [one] Showing the only one
   *[other] Showing { $first } to { $last } of { $total }
}
pager-pages = Pages
pager-page = Page { $page }
pager-previous = Previous
pager-next = Next

## ui/steps.rs
steps-done = Done
steps-next = To do
steps-blocked = Cannot start yet

## ui/timeline.rs
timeline-past = (past)

## http/field_errors.rs: what can be wrong with any field; the first letter is made large
fault-this-field = this field
fault-missing = Enter { $what }
fault-too-long = { $what } must be { $limit } characters or fewer; it is { $count }
fault-too-many-words = { $what } must be { $limit } words or fewer; it is { $count }
fault-forbidden = { $what } has a character that cannot be kept ({ $character })
fault-line-break = { $what } must fit on one line
fault-not-text = { $what } could not be read as text; type it again
fault-malformed = { $what } is not in the right form
fault-out-of-range = { $what } must be from { $lowest } to { $highest }
fault-too-low = { $what } must be { $lowest } or more
fault-too-high = { $what } must be { $highest } or less
fault-not-a-choice = Choose { $what } from the list
fault-repeated = { $what } is given twice
fault-ends-before-start = { $what } ends before it begins
fault-not-agreed = Agree to { $what } to go on
fault-taken = { $what } is already in use

## http/refusal.rs
refusal-not-possible = This is not possible while the { $thing } is “{ $status }”.
refusal-reason-needed = Give a reason: this undoes or overrides something, and the reason goes on record.
refusal-not-open-yet = Nominations have not opened yet.
refusal-closed = Nominations have closed.
refusal-judging-begun = Judging has begun, so this can no longer be changed.
refusal-not-judging = The season is not in judging.
refusal-locked = The rule set is locked, so this can no longer be changed.
refusal-incomplete = Something is missing first: { $missing }.
refusal-interest-not-declared = Say first whether you have an interest in this case.
refusal-ruling-pending = Your interest in this case waits for a ruling.
refusal-recused = You are recused from this case.
refusal-nothing-left = There is nothing left of which this judge could be reminded.
refusal-off-scale = A score is no point of its criterion’s scale.
refusal-scores-missing = { $missing ->
    [one] One criterion has no score yet.
   *[other] { $missing } criteria have no score yet.
}
refusal-below-merit-floor = The case does not reach the merit floor.
refusal-no-quorum = The case has { $received } of the { $needed } scorecards that it needs.
refusal-shortlist-full = The shortlist is full: the rule set allows { $size }.
refusal-not-accepted = The nominee has not accepted.
refusal-not-fact-checked = The facts have not been confirmed.
refusal-taken = Somebody else has taken this already.
refusal-last-administrator = This is the last administrator. Invite another one first.
refusal-has-a-part = This person has a part in the case.
refusal-link-spent = This link or code has been used or has expired.
refusal-wrong-code = That code is not right. { $tries ->
    [one] You can try once more.
   *[other] You can try { $tries } more times.
}

## http/error/view.rs
error-not-found-title = Page not found
error-not-found-text = There is no page at this address, or it is not for you to see. If you followed a link in a letter, check that the whole address was copied.
error-no-such-method-title = This page cannot be opened like that
error-no-such-method-text = The address belongs to a button on another page. Go back and press it there.
error-refused-title = That could not be done
error-stale-title = Somebody changed this meanwhile
error-stale-text = What you changed was changed by somebody else, or in another window, after you opened it. Nothing of yours was saved. Open the page again to see both.
error-sign-in-first-title = You are no longer signed in
error-sign-in-first-text = Your session ended before this was sent, so nothing was saved. Sign in again in another window, then come back here and send it again.
error-sign-in-elsewhere = Sign in (opens a new window)
error-foreign-origin-title = This form did not come from here
error-foreign-origin-text = It was sent from another website, so nothing was done. If you meant to do this, open the page on this site and send it from there.
error-too-large-title = That was too much
error-too-large-text = A form can carry one megabyte of text, and this was more. Nothing was saved. Go back and shorten it.
error-not-a-form-title = That could not be read
error-not-a-form-text = What was sent is not a form of this site. Nothing was saved.
error-too-many-title = Too often in too short a time
error-too-many-text = { $minutes ->
    [one] Wait a minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
}
error-database-title = Sorry, this cannot be saved or shown just now
error-database-text = The service cannot reach its records. Nothing was half-saved. Try again in a minute.
error-bug-title = Sorry, something went wrong
error-bug-text = This is our mistake. Try again, and if it happens again, tell the person named below.
error-typing-kept = Everything that you typed is still here. The button sends it again.
error-send-again = Send it again
error-what-you-typed = Read what you typed
error-to-the-start = Go to the start page
error-go-back = Use your browser’s back button to return to what you typed.
error-reference = If you ask about this, quote { $id }.

## http/actor.rs
frame-no-organisation = Plaudit
frame-sign-in = Sign in
frame-sessions = Where you are signed in
role-administrator = administrator
role-judge = judge
role-chair = chair
role-deputy = deputy
role-secretary = secretary
role-observer = observer
role-executive = executive
role-a-administrator = an administrator
role-a-judge = a judge
role-a-chair = the chair
role-a-deputy = the deputy
role-a-secretary = the secretary
role-a-observer = an observer
role-a-executive = an executive

## accounts/sign_in
sign-in-title = Sign in
sign-in-lede = There is no password. We send you a letter with a link and a short code.
sign-in-email = Your e-mail address
sign-in-email-noun = your e-mail address
sign-in-email-hint = The one that your invitation went to.
sign-in-send = Send the letter
sign-in-have-code = I have a code already
sign-in-enter-title = Sign in
sign-in-enter-lede = Press the button to sign in on this device.
sign-in-enter = Sign in
sign-in-spent-title = This link has been used or has expired
sign-in-spent-lede = A link signs in once, within 20 minutes. We can send a new one to the same address.
sign-in-spent-send = Send a new link
sign-in-spent-other = Use another address

## accounts/code
code-title = Enter your code
code-title-sent = Check your e-mail
code-lede = The code is in the letter that we sent you.
code-lede-sent = If we know { $email }, a letter is on its way. Open its link on any device, or enter its code here.
code-email = The e-mail address that the letter went to
code-email-noun = the e-mail address that the letter went to
code-code = Code
code-noun = the code
code-code-hint = Eight letters and digits. You can paste it.
code-enter = Sign in
code-wrong = That code is not right, or it has been used or has expired. After five wrong tries, ask for a new letter
code-ask-again = Send a new letter

## accounts/set_up
set-up-title = Set Plaudit up
set-up-lede = This is done once. You can change all of it later.
set-up-organisation-heading = The organisation
set-up-organisation = Name of the organisation
set-up-organisation-noun = the name of the organisation
set-up-organisation-hint = The body that runs the award, for example a society or a council.
set-up-contact-heading = Who answers questions
set-up-contact-text = A person, by name. They stand on every page and letter, so that nobody has to ask a machine.
set-up-contact-name = Contact’s name
set-up-contact-name-noun = the contact’s name
set-up-contact-email = Contact’s e-mail address
set-up-contact-email-noun = the contact’s e-mail address
set-up-contact-telephone = Contact’s telephone number
set-up-contact-telephone-noun = the contact’s telephone number
set-up-you-heading = You
set-up-you-text = You become the first administrator, and can invite others.
set-up-name = Your name
set-up-name-noun = your name
set-up-email = Your e-mail address
set-up-email-noun = your own e-mail address
set-up-email-hint = You sign in with it: we send a letter with a link each time.
set-up-send = Set up and sign in
set-up-done = Plaudit is set up, and you are signed in.
set-up-done-already-title = Plaudit is set up already
set-up-done-already-lede = This link worked once. Sign in with the address that was given then.

## accounts/invitations
invitation-title = Invitation to be { $role }
invitation-lede = { $name }, you are asked to be { $role }.
invitation-reach-organisation = It is for all programmes of the organisation. You sign in by letter; there is no password.
invitation-reach-programme = It is for one programme, year after year. You sign in by letter; there is no password.
invitation-reach-season = It is for one season. You sign in by letter; there is no password.
invitation-accept = Accept
invitation-decline = Decline
invitation-declined = You declined. Thank you for telling us.
invitation-expired = This link has been used or has expired. We can send a new one to the same address.
invitation-renew = Send a new link
invitation-renewed = A new letter is on its way.
invitation-accepted-already = You have accepted this invitation.
invitation-declined-already = You have declined this invitation. If you have changed your mind, tell the person named below.
invitation-ended = This invitation no longer stands.
invitation-code-title = Enter your invitation’s code
invitation-code-lede = The code is in the letter that invited you.
invitation-code-go-on = Go on
invitation-code-wrong = That code is not right, or it has been used or has expired

## accounts/sessions
sessions-title = Where you are signed in
sessions-lede = If you do not know one of these, sign it out.
sessions-device = Device
sessions-since = Signed in
sessions-seen = Last seen
sessions-end = Sign out
sessions-browser-on = { $browser } on { $system }
sessions-unknown-device = Unknown device
sessions-this = This device
sessions-remove = Sign out
sessions-removed = That device is signed out.
sessions-signed-out = You are signed out.

## letters
letter-greeting = Dear { $name },
letter-contact = Questions? Ask { $name }: { $email }, { $telephone }
letter-sign-in-subject = Your link to sign in
letter-sign-in-link = Open this link and press the button to sign in:
letter-sign-in-code = Or go to { $page } on any device and enter this code:
letter-sign-in-limits = Both work once, within { $minutes } minutes.
letter-sign-in-not-you = If you did not ask for this, you need not do anything. Nobody can sign in without this letter.
letter-invitation-subject = Invitation: { $role }, { $what }
letter-invitation-text = You are asked to be { $role } for { $what }. To read more, and to accept or decline, open this link:
letter-invitation-code = Or go to { $page } and enter this code:
letter-invitation-limits = You can answer within { $days } days. Opening the link answers nothing.
letter-judge-reminder-subject = Cases are waiting for you: { $season }
letter-judge-reminder-left = { $left ->
    [0] Nothing is left for you to do in { $season }. Thank you.
    [one] One case is left for you to score in { $season }.
   *[other] { $left } cases are left for you to score in { $season }.
}
letter-judge-reminder-due = Scores are due by { $at }.
letter-judge-reminder-stop = You can stop at any moment: what you have put down is kept. Your cases are here:

## shown/interest.rs
interest-kind-part = Nominee or nominator in this case
interest-kind-employer = I work for the nominee’s employer, or have worked there in the last five years
interest-kind-family = Family or close friend
interest-kind-line-management = One of us manages or has managed the other
interest-kind-supplier = I sell to the nominee’s employer, or work for somebody who does
interest-kind-other = Something else
interest-answer-none = No interest
interest-answer-unsure = Unsure
interest-asked = Not answered
interest-none = No interest
interest-waits = Waits for a ruling
interest-may-judge = May judge
interest-recused = Recused

## judging/desk
desk-title = Your cases
desk-empty-title = No cases yet
desk-empty-text = When you are a judge of a season, its cases appear here.
desk-no-cases-title = No cases yet
desk-no-cases-text = Judging has begun, but no case is ready for you. It appears here when one is.
desk-not-begun = Judging has not begun. Your cases appear here when it does.
desk-over = Judging is over. You can still read your own scorecards.
desk-progress = { $done } of { $of } cases scored
desk-due = Scores are due by { $at }.
desk-waiting = { $count ->
    [one] One case waits for a ruling on your interest.
   *[other] { $count } cases wait for a ruling on your interest.
}
desk-only-waiting = There is nothing that you can do until the ruling.
desk-next = Next: case { $number }
desk-go-on = Go on with case { $number }
desk-all-done = All your scorecards are in. Thank you. You can change them until judging ends.
desk-out = You are out of case { $number }.
desk-table = Your cases
desk-case = Case
desk-category = Category
desk-nominee = Nominee
desk-employer = Employer
desk-status = Status
desk-step-gate = Interest to declare
desk-step-wait = Waits for a ruling
desk-step-score = To score
desk-step-go-on = Draft
desk-step-done = Submitted

## judging/interests
gate-back = Your cases
gate-above = Case { $number }
gate-title = Do you have an interest in this case?
gate-waiting-title = Your interest waits for a ruling
gate-open-title = Your interest in this case
gate-out-title = You are out of case { $number }
gate-out-text = Nothing of it is shown to you.
gate-nominee = Nominee
gate-employer = Employer
gate-nominators = { $count ->
    [one] Nominator
   *[other] Nominators
}
gate-of = , { $employer }
gate-text = The case opens when you have answered. An interest need not keep you from judging: the administrator decides.
gate-question = Your answer
gate-question-hint = Think of the nominee, the employer and the nominators.
gate-none = I have no interest
gate-none-hint = The case opens now.
gate-declared = I have an interest
gate-declared-hint = The case stays shut until the administrator has ruled.
gate-unsure = I am not sure
gate-unsure-hint = The administrator decides. The case stays shut until then.
gate-kind = What the interest rests on
gate-kind-hint = Only if you have one.
gate-words = What the administrator should know
gate-words-hint = If you have an interest or are not sure. The administrator sees it; other judges and the nominee’s employer do not.
gate-continue = Continue
gate-answer-missing = Say whether you have an interest
gate-kind-missing = Choose what the interest rests on
gate-words-noun = what the administrator should know
gate-reason-noun = why you step out
gate-opened = You have declared no interest. The case is open.
gate-waits = The administrator has been told of your interest and will rule on it. The case stays shut until then.
gate-part = You are the nominee or a nominator in that case, so you are out of it.
gate-not-judging = The question is asked while judging is open.
gate-answer = Your answer
gate-answer-words = What you wrote
gate-ruling = The ruling’s reason
gate-to-scorecard = Read and score the case
gate-step-out-summary = I have found an interest since
gate-step-out-text = If you step out, the case closes to you for good and your scorecard for it does not count.
gate-reason = Why you step out
gate-step-out = Step out of this case
gate-stepped-out = You have stepped out of that case.

## admin/judges
judges-title = Judges
judges-interests = Interests of judges
judges-waiting = { $count ->
    [one] One case waits for a ruling
   *[other] { $count } cases wait for a ruling
}
judges-empty-title = No judges yet
judges-empty-text = Invite the first one below. Three or more are needed for the usual quorum.
judges-judge = Judge
judges-status = Status
judges-progress = Progress
judges-out = Out of
judges-actions = Actions
judges-invited-status = Invited
judges-active = Judging
judges-declined = Declined
judges-ended = Removed
judges-done = { $done } of { $of } scored
judges-send-again = Send the invitation again
judges-remind = Remind
judges-remove = Remove
judges-keep = Keep this judge
judges-invite-title = Invite a judge
judges-invite-text = A letter asks them. When they accept, every case is laid on their desk, now or when judging begins.
judges-name = Name
judges-name-noun = the judge’s name
judges-email = Email address
judges-email-noun = the judge’s email address
judges-invite = Send the invitation
judges-invited = The invitation to { $name } is on its way.
judges-reminded = The reminder to { $name } is on its way.
judges-removed = { $name } no longer judges in this season.
judges-removal-title = Remove { $name }?
judges-removal-text = The judge can no longer open any case of this season. You can invite them again, and they go on where they were.
judges-removal-stays = { $count ->
    [0] No scorecard of theirs is in.
    [one] One scorecard of theirs is in. It stays and counts.
   *[other] { $count } scorecards of theirs are in. They stay and count.
}
judges-removal-lost = { $count ->
    [0] No scorecard is missing.
    [one] One case goes without their scorecard.
   *[other] { $count } cases go without their scorecards.
}

## admin/interests
interests-title = Interests of judges
interests-lede = A judge who declares an interest, or is unsure, does not see the case until you rule.
interests-back = Judges
interests-waiting = Waiting for a ruling
interests-answered = Answered
interests-empty-title = Nothing waits for you
interests-empty-text = Interests that judges declare appear here.
interests-judge = Judge
interests-case = Case
interests-nominee = Nominee
interests-answer = Answer
interests-status = Status
interests-actions = Actions
interests-rule = Rule
interests-recuse = Recuse
interests-words = What the judge wrote
interests-declared-at = Answered
interests-ruled-before = The last ruling’s reason
interests-rule-title = Rule on an interest
interests-recuse-title = A judge’s interest
interests-ruling = Ruling
interests-ruling-missing = Choose a ruling
interests-may-judge = May judge
interests-may-judge-hint = There is no conflict. The case opens to the judge.
interests-recused = Recused
interests-recused-hint = There is a conflict. The judge is out of the case for good.
interests-reason = Reason
interests-reason-hint = It goes on record, and the judge may read it.
interests-reason-noun = the reason
interests-record = Record the ruling
interests-ruled = The ruling on { $judge } and case { $number } is recorded.
interests-scored = This judge’s scorecard for the case is in. If the judge is recused, it no longer counts.

## shown/timetable.rs
timetable-none = The dates are not set yet.
timetable-opens = Nominations open
timetable-closes = Nominations close
timetable-judging-ends = Judges’ scores are due
timetable-decision = The panel meets
timetable-announcement = The result is announced

## shown/criteria.rs
criteria-caption = { $criterion }: what each point means
criteria-points = Points
criteria-meaning = Meaning
criteria-no-descriptor = Between its neighbours
criteria-method-mean = Each judge’s scores are weighted as shown, and a case’s total is the mean over its judges.
criteria-floor = A case needs at least { $floor } to be shortlisted or to win. “No award” is a result.
criteria-quorum = A case needs at least { $quorum ->
    [one] one scorecard
   *[other] { $quorum } scorecards
}.
criteria-size = Up to { $size ->
    [one] one case is
   *[other] { $size } cases are
} shortlisted.
criteria-ties = Cases with the same total are told apart by { $rules }. What that leaves tied stays tied.
criteria-tie-criteria = the heaviest criterion first, then the next
criteria-tie-head-to-head = whom more of the judges placed higher
criteria-draft = Version { $version } of the rules: a draft, which may change until nominations open.
criteria-locked = Version { $version } of the rules, locked when the season opened. Its fingerprint begins with

## shown/nomination.rs
nomination-nominee = The nominee
nomination-nominator = The nominator
nomination-eligibility = Eligibility
nomination-answers = Answers
nomination-claim = Progress claim { $number }
nomination-category = Category
nomination-name = Name
nomination-role = Role
nomination-employer = Works for
nomination-email = E-mail address
nomination-telephone = Telephone number
nomination-organisation = Organisation
nomination-relationship = Knows the nominee as
nomination-relationship-words = In their own words
nomination-claim-before = How it was before
nomination-claim-after = How it is now
nomination-claim-from = When the change began
nomination-claim-to = When it was done
nomination-claim-going-on = Still going on
nomination-claim-shown-by = What shows it
nomination-nothing = Nothing given
nomination-not-for-publication = Not for publication
nomination-change = Change
relationship-line-manager = their line manager
relationship-colleague = a colleague
relationship-councillor = a councillor
relationship-resident = a resident, or somebody who uses their service
relationship-partner = somebody from a body that works with theirs
relationship-self = I am the nominee
relationship-other = in another way
eligibility-yes = Yes
eligibility-no = No
eligibility-unsure = Don’t know

## public/home
home-title = Awards
home-lede = Put forward somebody whose work deserves it. It is free, needs no account, and takes about ten minutes.
home-lede-none-open = No nominations are being received just now.
home-open = Open for nominations
home-coming = Opening soon
home-closed = Being judged
home-past = Past
home-tag-open = Open
home-tag-coming = Opens soon
home-tag-closed = Closed
home-tag-past = Past
home-until = Open until { $moment }
home-from = Opens at { $moment }
home-announced = The result is announced at { $moment }
home-over = The { $season } season is over.
home-nominate = Nominate somebody
home-empty-title = There is no award here yet
home-empty-text = When a season opens, it is announced on this page with its rules and its dates. Until then, the person named below answers questions.

## public/programme
programme-season = Season { $season }
programme-nominate = Nominate somebody
programme-closes = Nominations close at { $moment }.
programme-opens = Nominations open at { $moment }.
programme-closed = Nominations closed at { $moment }.
programme-past = The { $season } season is over.
programme-free = It is free to nominate and free to be nominated.
programme-stewards = The award belongs to { $stewards }.
programme-eligibility = Who is eligible
programme-timetable = Timetable
programme-in-time = All times are { $zone } time. What we receive by the deadline counts.
programme-criteria = What judges look for
programme-decision = How it is judged
programme-asked = What the form asks
programme-asked-text = You can read and print everything that the form asks before you begin. There is nothing to pay and no account to make.
programme-read-form = Read the whole form
programme-contact = Questions? Ask a person
programme-form-title = The nomination form
programme-form-lede = This is everything that we ask, to read or print. You fill it in online, and can save it and return.
programme-form-rules = Each is answered yes, no or don’t know.
programme-form-nominee = We ask for their name, their role, whom they work for, and if you know it their e-mail address.
programme-form-nominator = We ask for your name, your e-mail address, if you wish a telephone number, your organisation and role, and how you know the nominee:
programme-form-words = (up to { $limit } words)
programme-form-criteria = Judges score each case on these criteria only.

## public/nominate
nominate-title = Nominate somebody
nominate-closes = Nominations close at { $moment }.
nominate-introduction = It takes about ten minutes once you know what you want to say. You can save it at any time and return. We send you a copy.
nominate-read-first = Read the whole form first
nominate-ask = Questions? Ask { $name }: { $email }, { $telephone }.
nominate-eligibility = Eligibility
nominate-eligibility-lede = If you are not sure, say so. An administrator decides, and asks if need be.
nominate-category = Category
nominate-category-label = What is the nomination for?
nominate-category-missing = Choose what the nomination is for
nominate-nominee = The person you nominate
nominate-nominee-lede = We tell them that they have been nominated, and by whom. It is their choice to accept.
nominate-nominee-name = Their name
nominate-nominee-role = Their role
nominate-nominee-role-hint = For example: benefits officer, head of libraries, councillor, volunteer.
nominate-nominee-employer = Whom they work for
nominate-nominee-employer-hint = The full name of the council, shared service or company.
nominate-nominee-email = Their e-mail address
nominate-nominee-email-hint = If you know it. We use it only to tell them.
nominate-nominator = About you
nominate-nominator-name = Your name
nominate-nominator-email = Your e-mail address
nominate-nominator-email-hint = A copy and your private link go there.
nominate-nominator-telephone = Your telephone number
nominate-nominator-organisation = Your organisation
nominate-nominator-role = Your role
nominate-relationship = How do you know them?
nominate-relationship-hint = To the nominee, I am
nominate-relationship-words = More about how you know them
nominate-relationship-missing = Choose how you know the nominee
nominate-relationship-words-missing = Say how you know the nominee
nominate-answers = Your answers
nominate-answers-lede = Write for somebody who knows neither the person nor the place. The nominee may be able to see what you write; leave out health, family and discipline.
nominate-question = { $number }. { $prompt }
nominate-not-for-publication = This answer is not for publication
nominate-claims = Progress claims
nominate-claims-lede = A progress claim says in a few lines what changed. { $most ->
    [one] You can make one
   *[other] You can make up to { $most }
}{ $least ->
    [0] {""}
    [one] ; at least one is needed
   *[other] ; at least { $least } are needed
}. Each text can have up to { $limit } words.
nominate-claim-shown-by-hint = Figures, a document, or who could confirm it.
nominate-claim-add = Add another progress claim
nominate-claim-remove = Remove progress claim { $number }
nominate-declaration = Declaration
nominate-declaration-agree = I declare this
nominate-seen-by-nominee = Nothing in a nomination is secret from the person it is about: they may ask to see it.
nominate-check = Check your answers
nominate-save = Save and return later
nominate-save-text = Nothing is sent yet. If you save, you get a private link, and a letter with it if you gave your e-mail address.
nominate-saved = Saved. Keep the private link below to return to it.
nominate-saved-letter = Saved. Keep the private link below, or use the one in the letter that is on its way to you.
nominate-hurried = That came back very fast, so we ask once more: please press the button again. Everything you typed is still here.
nominate-begun-anew = The nomination that this form belonged to has been withdrawn. What you typed is kept as a new one.
nominate-decided = This nomination has been decided on, so it can no longer be changed. What you typed is kept, and we can read it.
nominate-amendment-closed = Nominations have closed, so what you sent before stands. What you typed now is kept, and we can read it.
nominate-lapsed = Nominations have closed.
nominate-lapsed-text = What you typed is kept as lapsed, and we can read it. If there was a good reason, an administrator may still admit it.
nominate-earlier = This form was for the { $season } season. What you typed is kept there.
nominate-present = Go to the form of the { $season } season
nominate-other-window = This form was saved again after this page was opened.
nominate-other-window-text = Perhaps in another window, or before you went back. Both texts are kept. Where they differ, the other one stands under the field. Bring them together, then go on.
nominate-other-text = The other text:
nominate-begun = You began a nomination in this browser, kept at { $moment }.
nominate-begun-go-on = Go on with it
nominate-trap = Leave this empty: it is there to catch programs that fill in forms
nominate-trap-filled = Empty this field: it shows that a person fills in the form
nominate-not-yet-title = Nominations have not opened yet
nominate-not-yet = They open at { $moment }.
nominate-closed-title = Nominations have closed
nominate-closed = They closed at { $moment }.
nominate-to-programme = Read about the award
nominate-rule-missing = Answer eligibility question { $number }: yes, no or don’t know
nominate-choice-missing = Choose your answer to question { $number }
nominate-answer-noun = your answer to question { $number }
nominate-nominee-name-noun = the nominee’s name
nominate-nominee-role-noun = the nominee’s role
nominate-nominee-employer-noun = whom the nominee works for
nominate-nominee-email-noun = the nominee’s e-mail address
nominate-nominator-name-noun = your name
nominate-nominator-email-noun = your e-mail address
nominate-nominator-telephone-noun = your telephone number
nominate-nominator-organisation-noun = your organisation
nominate-nominator-role-noun = your role
nominate-relationship-words-noun = how you know the nominee
nominate-claims-missing = Make at least { $least ->
    [one] one progress claim
   *[other] { $least } progress claims
}
nominate-claims-too-many = Make { $most ->
    [one] one progress claim
   *[other] { $most } progress claims
} at most
nominate-claim-before-noun = how it was before, in progress claim { $number }
nominate-claim-after-noun = how it is now, in progress claim { $number }
nominate-claim-from-noun = when the change began, in progress claim { $number }
nominate-claim-to-noun = when it was done, in progress claim { $number }
nominate-claim-shown-by-noun = what shows it, in progress claim { $number }
nominate-claim-order = Progress claim { $number } was done before it began
nominate-declaration-noun = the declaration

## public/nominations
nomination-title = Nomination { $number }
nomination-of = Nomination of { $name }
nomination-status-draft = Draft
nomination-status-submitted = Sent
nomination-status-returned = Returned to you
nomination-status-accepted = Accepted
nomination-status-ineligible = Not eligible
nomination-status-lapsed = Lapsed
nomination-status-withdrawn = Withdrawn
nomination-draft-title = Your draft
nomination-draft-kept = Kept as you left it at { $moment }. Nothing has been sent.
nomination-draft-link = This private link leads back to it, on any device. Keep it, and give it to nobody.
nomination-draft-go-on = Go on with it
nomination-draft-remove = Remove this draft
nomination-draft-removed = You removed this draft, and its text with it.
nomination-new = Begin a new nomination
nomination-sent-at = We received it at { $moment }.
nomination-is-withdrawn = You withdrew it. It is not judged, and nobody is told about it.
nomination-amend-until = You can change or withdraw it until { $moment }.
nomination-amend = Change it
nomination-withdraw = Withdraw it
nomination-unsent = You have changed something and not sent it. What was sent stands until you do.
nomination-unsent-check = Check and send the changes
nomination-confirm-text = Confirm that this is your e-mail address, so that we can reach you about the nomination.
nomination-confirm = Confirm my address
nomination-confirmed = You confirmed your address at { $moment }.
nomination-confirmed-now = Thank you. Your address is confirmed.
nomination-unconfirmed = Your e-mail address is not confirmed yet. Open the link in our letter to confirm it. The nomination counts all the same.
nomination-check-title = Check your answers
nomination-check-lede = Nothing is sent until you press the button at the end.
nomination-check-back = Back to the form
nomination-check-not-met = One of your answers speaks against eligibility. You can send the nomination; an administrator decides.
nomination-check-unclear = You are not sure about eligibility. That is fine: an administrator looks at it.
nomination-send = Send the nomination
nomination-send-amended = Send the changes
nomination-send-late = Send it after the close
nomination-receipt-title = Thank you. We have your nomination.
nomination-receipt-late-title = Kept, but it came after the close
nomination-receipt-number = Its number is
nomination-receipt-letter-title = A letter is on its way
nomination-receipt-letter = We send a full copy of what you wrote to { $email }, with your private link.
nomination-receipt-confirm = Open its link to confirm your address. The nomination counts all the same.
nomination-receipt-look = Look at your nomination
nomination-receipt-next-title = What happens next
nomination-receipt-next-check = An administrator checks that the nomination is eligible, and joins it with others for the same person.
nomination-receipt-next-nominee = The nominee is told, and asked whether they accept.
nomination-receipt-next-facts = Somebody else where they work confirms the facts.
nomination-receipt-next-judges = The judges read and score every case, and the panel decides.
nomination-withdrawal-title = Withdraw this nomination?
nomination-withdrawal-text = It will not be judged. This cannot be undone, by you or by us; you would have to nominate again before the close.
nomination-withdrawal-back = Keep it
nomination-removal-title = Remove this draft?
nomination-removal-text = What you typed is deleted. This cannot be undone.
nomination-withdrawn-now = Done. It is withdrawn.
nomination-expired-title = This link has expired
nomination-expired-text = Your nomination is safe. We can send a new link to the address that you gave.
nomination-expired-renew = Send a new link
nomination-renewed-title = A new link is on its way
nomination-renewed-text = Look in your e-mail for our letter, and open the link in it.

## letters about nominations
letter-nomination-receipt-subject = We have your nomination { $number }
letter-nomination-receipt = Thank you for nominating { $nominee } for the { $programme }. The nomination’s number is { $number }.
letter-nomination-amended-subject = Your nomination { $number } is changed
letter-nomination-amended = We have your changes to the nomination of { $nominee } for the { $programme }, number { $number }. They replace what you sent before.
letter-nomination-late-subject = Your nomination { $number } came after the close
letter-nomination-late = Your nomination of { $nominee } for the { $programme }, number { $number }, reached us after the close. It is kept as lapsed, and we can read it. If there was a good reason, an administrator may still admit it: write to the person named below.
letter-nomination-confirm = Please open the link below and press the button to confirm that this is your address. The nomination counts all the same.
letter-nomination-link = This private link leads to your nomination. With it you can look at it, change it until the close, or withdraw it:
letter-nomination-link-secret = Give the link to nobody: whoever has it can change the nomination. Opening it changes nothing.
letter-nomination-date = { $what }: { $moment }
letter-nomination-copy = What you sent
letter-nomination-link-subject = Your private link: { $programme }
letter-nomination-link-text = This private link leads to your nomination for the { $programme }, on any device:
letter-nomination-link-until = Nothing has been sent yet. Nominations close at { $moment }.
letter-nomination-not-you = If you know nothing of this, you need not do anything, and we do not write again.
letter-nomination-reminder-subject = Please confirm your address: nomination { $number }
letter-nomination-reminder = You nominated { $nominee } (number { $number }) and have not confirmed your address yet. Please open this link and press the button:
letter-nomination-reminder-counts = The nomination counts all the same. A confirmed address lets us reach you about it.
letter-nomination-withdrawn-subject = Nomination { $number } is withdrawn
letter-nomination-withdrawn = The nomination of { $nominee }, number { $number }, was withdrawn by its private link. It will not be judged.
letter-nomination-withdrawn-not-you = If it was not you, tell the person named below at once.
