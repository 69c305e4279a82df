### English: complete by test. Keys begin with the name of the file that uses them.

## words.rs, words/calendar.rs
words-list = { $first } and { $last }
words-thousands = ,
words-decimal = .
words-percent = { $number }%
words-moment = { $time } on { $day } ({ $zone } time, { $abbreviation })
words-moment-short = { $day }, { $time } { $abbreviation }
words-clock = { $time } { $abbreviation }
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
page-offline = This device seems to have no connection. What you typed into a form stays in it. Links and buttons work again once you are connected.
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
fields-word-limit = Up to { $limit } words
fields-word-count = { $count } of up to { $limit } words
fields-word-count-over = { $count } words: that is over the limit of { $limit }
scale-none = No score yet

## ui/error_summary.rs
error-summary-title = There is a problem

## ui/form.rs
form-saving = Saving…
form-saved = Saved { $time }
form-offline = No connection: kept on this device
form-offline-text = No connection: kept on this device until it can be saved
form-stale = Changed elsewhere
form-stale-text = Changed in another window or on another device. What you typed here is kept on this device. The button at the end of the form shows both texts.
form-refused = Not saved
form-refused-text = Not saved: kept on this device
form-newer-here = This device has kept changes that are newer than what is shown here.
form-newer-use = Use the newer changes
form-newer-drop = Discard them
form-newer-shown = Shown here:
form-newer-on-device = Kept on this device:
form-newer-nothing = nothing

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
fault-too-long = { $what } must be { $limit } characters or fewer; it has { $count }
fault-too-many-words = { $what } must be { $limit } words or fewer; it has { $count }
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
refusal-thing-acceptance = nominee’s answer
refusal-thing-assignment = scorecard
refusal-thing-case = case
refusal-thing-fact-check = fact check
refusal-thing-interest = interest
refusal-thing-membership = role
refusal-thing-nomination = nomination
refusal-thing-reference = reference
refusal-thing-season = season
refusal-thing-steward = steward
refusal-thing-terms = version of the terms
refusal-reason-needed = Give a reason: this undoes or overrides something, and the reason goes on record.
refusal-not-open-yet = Nominations have not opened yet.
refusal-closed = Nominations have closed.
refusal-not-yet-due = This happens by itself on its date, and not before.
refusal-judging-begun = Judging has begun, so this can no longer be changed.
refusal-not-judging = The season is not in judging.
refusal-not-locked-yet = The scores may still change. The package can be made once the deliberation has begun.
refusal-not-deliberating = The season is not in deliberation, so no result can be recorded or taken back.
refusal-unsettled = { $cases ->
    [one] One finalist has no result yet. Record it first.
   *[other] { $cases } finalists have no result yet. Record each of them first.
}
refusal-undecided = { $cases ->
    [one] One case that the ranking puts forward, or that has too few scorecards, is neither on the shortlist nor left out. Decide on it first, with a reason if you leave it out.
   *[other] { $cases } cases that the ranking puts forward, or that have too few scorecards, are neither on the shortlist nor left out. Decide on them first, with a reason if you leave them out.
}
refusal-locked = The rule set is locked, so this can no longer be changed.
refusal-no-judges = Nobody has accepted to judge yet. Invite the panel first.
refusal-season-over = This season is over and can only be read, so nothing of it can be changed any more.
refusal-panel-resolved = The panel has resolved, so who is on it stays as it is.
refusal-stage-to-come = A stage of this season is still to come. Move the season on to it first.
refusal-stage-begun = A judge has put something down in this stage already, so the move to it can no longer be taken back.
refusal-stages-set = The stages of a season are set before it opens. A later version of its rules can change criteria, weights and scales of each stage, and not the stages themselves.
refusal-names-seen = The judges read without names until the interview, and have seen them since, so the move to it can no longer be taken back.
refusal-finalists-unread = { $missing ->
    [one] Read every finalist before you score any: one is left.
   *[other] Read every finalist before you score any: { $missing } are left.
}
refusal-interview-on = The finalists are being interviewed, so the shortlist stays as it is. A reserve can still move up, and who is neither on it nor in reserve can be left out.
refusal-incomplete = Something is missing first: { $missing }.
refusal-confidentiality-not-accepted = Read and accept the confidentiality terms first. Your desk leads you there.
refusal-interest-not-declared = Say first whether you have an interest in this case.
refusal-ruling-pending = Your interest in this case waits for a ruling.
refusal-recused = You are recused from this case.
refusal-own-interest = You have an interest in this case, or in one that it is measured against, so another administrator acts on it, or the deputy. Nothing was changed.
refusal-other-ruler = By the rules of this season, somebody else rules on this interest: the chair, or the deputy where the chair has an interest in the case.
refusal-read-blind = This season is read without names, so its judges have no sheet of interests. Whoever recognises somebody in a case steps out of it there.
refusal-meeting-begun = The panel meets on the scores as they are locked. Break the meeting off first, with a reason; then a scorecard can be opened again.
refusal-nothing-left = There is nothing left of which this judge could be reminded.
refusal-off-scale = A score is no point of its criterion’s scale.
refusal-signed = The resolution is signed, so what it decided stays.
refusal-not-signed = The resolution waits for the signature of the chair, or of the deputy where the chair is in conflict. With it the season is decided.
refusal-not-resolved = What became of this category is not settled yet. A part of its results can be published once the panel’s resolution on it is signed, or the season is decided.
refusal-meeting-too-small = A result needs { $needed } judges with a vote, and { $present } are noted as present.
refusal-not-read = { $judges ->
    [one] A judge with a vote has yet to read this case, and to say so.
   *[other] { $judges } judges with a vote have yet to read this case, and to say so.
}
refusal-out-of-a-rival = You are out of a case of this category, and each is measured against the others, so somebody else records what the panel decides and signs it. Nothing was changed.
refusal-no-vote = You are out of one of the cases that the panel decides between, so you have no vote on the others either.
refusal-voted = You have voted in this ballot already.
refusal-no-ballot = There is no ballot for this: open one, or count the one that is open.
refusal-no-majority = No more than half of the votes are for this. Talk it over and open another ballot.
refusal-scores-missing = { $missing ->
    [one] One criterion has no score yet.
   *[other] { $missing } criteria have no score yet.
}
refusal-below-merit-floor = The case does not reach the merit floor.
refusal-no-quorum = The case has { $received } of the { $needed } scorecards that it needs.
refusal-shortlist-full = The shortlist is full: the rule set allows { $size }.
refusal-not-accepted = The nominee has not accepted.
refusal-not-fact-checked = The facts have not been confirmed.
refusal-shortlist-set = The shortlist is set, so the nominee can no longer come in.
refusal-taken = Somebody else has taken this already.
refusal-last-administrator = This is the last administrator. Invite another one first.
refusal-second-chair = The panel has a chair already. Give the chair another role first.
refusal-on-panel = This person sits on the panel already.
refusal-has-a-part = This person has a part in the case.
refusal-barred = This judge cannot be given this case.
refusal-link-spent = This link or code has been used or has expired.
refusal-other-role = Your role does not include this.
refusal-wrong-code = That code is not right. { $tries ->
    [one] You can try once more.
   *[other] You can try { $tries } more times.
}

# What is missing first.
missing-terms = an approved version of the terms
missing-dates = dates, all of them and in order
missing-close-to-come = a close of nominations that is still to come
missing-questions = a question
missing-criteria = a criterion with a weight
missing-descriptors = a description of every point of every criterion’s scale
missing-category = a category
missing-rule-set = a complete set of rules for deciding
missing-nomination = the nomination as it was sent

## http/error/view.rs
error-not-found-title = Page not found
error-not-found-text = There is no page at this address, or it is not for you to see.
error-not-found-why = What may have happened
error-not-found-mistyped = The address has a mistake in it, or a letter cut it in two. Check that the whole of it was copied.
error-not-found-link = A link from a letter of ours is out of use: a newer letter replaced it, it was withdrawn, or it has expired. Look for the latest letter.
error-not-found-role = You are signed in as { $name }. The page may be for somebody in another role.
error-not-found-signed-out = The page may be for judges or administrators. Sign in to see it.
error-not-found-gone = The page was here once, and what it showed was removed.
error-where = Where you can go
error-to-administration = Administration
error-to-desk = Your cases to judge
error-to-sign-in = Sign in
error-to-programme = { $programme }, open for nominations
error-ask = If you need help, write to { $name }:
error-ask-lost = If you cannot find what you are looking for, such as the private link to a nomination, write to { $name }:
error-ask-away = If nominations close while you wait, write to { $name }. One that comes late for a good reason can still be admitted:
error-no-such-method-title = This page cannot be opened like that
error-no-such-method-text = The address belongs to a button on another page. Go back and press it there.
error-refused-title = That could not be done
error-stale-title = Somebody changed this meanwhile
error-stale-text = What you changed was changed by somebody else, or in another window, after you opened it. Nothing of yours was saved. Open the page again to see what stands there now.
error-sign-in-first-title = You are no longer signed in
error-sign-in-first-text = Your session ended before this was sent, so nothing was saved. Sign in again in another window, then come back here and send it again.
error-sign-in-elsewhere = Sign in (opens a new window)
error-foreign-origin-title = This form did not come from here
error-foreign-origin-text = It was sent from another website, so nothing was done. If you meant to do this, open the page on this site and send it from there.
error-no-cookies-title = Your browser keeps no cookies
error-no-cookies-text = Signing in needs one, so that the next page knows you. You are not signed in, and nothing is lost: your link or code still works.
error-no-cookies-allow = Allow cookies for this site in your browser’s settings, and then send this again. Or open our letter in another browser. The cookie serves signing in alone.
error-too-large-title = That was too much
error-too-large-text = A form can carry one megabyte of text, and this was more. Nothing was saved. Go back and shorten it.
error-not-a-form-title = That could not be read
error-not-a-form-text = What was sent is not a form of this site. Nothing was saved.
error-too-many-title = Too often in too short a time
error-too-many-text = { $minutes ->
    [one] Wait a minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
}
error-database-title = Sorry, we cannot reach our records just now
error-database-text = Whatever was saved before is safe, and nothing was half-saved now. Such a pause is mostly over in a minute.
error-bug-title = Sorry, something went wrong
error-bug-text = This is our mistake, and it has been recorded. Try again in a moment.
error-typing-kept = Everything that you typed is still here. The button sends it again.
error-send-again = Send it again
error-what-you-typed = Read what you typed
error-to-the-start = All awards
error-try-again = Try again
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
role-title-chair = Chair
role-title-deputy = Deputy
role-title-judge = Judge
role-title-secretary = Secretary
role-title-observer = Observer
role-does-chair = Runs the panel and its meeting, and scores like every judge.
role-does-deputy = Stands in where the chair is in conflict, and scores like every judge.
role-does-judge = Scores cases and has a vote.
role-does-secretary = Keeps the record of the meeting; scores nothing and has no vote.
role-does-observer = Watches independently that all is done as published; scores nothing and has no vote.
role-would-chair = You would run the panel and its meeting, and score like every judge.
role-would-deputy = You would stand in where the chair is in conflict, and score like every judge.
role-would-judge = You would score cases and have a vote.
role-would-secretary = You would keep the record of the meeting; you would score nothing and have no vote.
role-would-observer = You would watch independently that all is done as published; you would score nothing and have no vote.
role-you-chair = You run the panel and its meeting, and score like every judge.
role-you-deputy = You stand in where the chair is in conflict, and score like every judge.
role-you-judge = You score cases and have a vote.
role-you-secretary = You keep the record of the meeting; you score nothing and have no vote.
role-you-observer = You watch independently that all is done as published; you score nothing and have no vote.
role-a-administrator = an administrator
role-a-judge = a judge
role-a-chair = the chair
role-a-deputy = the deputy
role-a-secretary = the secretary
role-a-observer = an observer
role-a-executive = an executive

## admin/desk.rs
desk-dashboard = What to do next
desk-programmes = Programmes
desk-people = Administrators
desk-nominations = Nominations
desk-cases = Cases
desk-judges = Panel
desk-ranking = Ranking
desk-shortlist = Shortlist
desk-deliberation = Deliberation
desk-files = Files
desk-outbox = Outbox
desk-other-seasons = Another season
desk-history = History

## admin/view.rs
view-conflict-title = Somebody changed this while you were writing
view-conflict-text = Nothing of yours is saved yet. Here is what is saved now beside what you typed. To save yours in its place, send the form again.
view-conflict-elsewhere = What you see here is the same as what is saved. Something else in this set-up was changed.
view-conflict-caption = What is saved now, and what you typed
view-conflict-field = Field
view-conflict-now = Saved now
view-conflict-yours = What you typed
view-nothing = Nothing
view-back-to-season = Back to { $season }
view-back-to-programme = Back to { $programme }

## admin/part.rs
part-dates = Name, dates and declaration
part-categories = Categories
part-eligibility = Eligibility
part-questions = Questions
part-criteria = Criteria
part-rules = Rules for deciding
part-terms = Terms
part-opening = Open for nominations
part-next-dates = Next: set the dates
part-next-categories = Next: check the categories
part-next-eligibility = Next: add eligibility rules
part-next-questions = Next: add questions
part-next-criteria = Next: add criteria
part-next-rules = Next: set the rules for deciding
part-next-terms = Next: have the terms approved
part-next-opening = Next: look it over and open the season

## shown/season.rs
season-status-draft = Being set up
season-status-open = Open for nominations
season-status-screening = Screening
season-status-judging = Judging
season-status-deliberation = Deliberation
season-status-decided = Decided
season-status-announced = Announced
season-status-archived = Archived
season-status-cancelled = Cancelled
season-date-not-set = Not set yet

## admin/programmes
programmes-list-title = Programmes
programmes-list-lede = A programme is an award and its stewards, year after year. Each year’s run is a season.
programmes-back-to-list = All programmes
programmes-none-title = There is no programme yet
programmes-none-text = Set up the award that comes with Plaudit, or begin with your own. Nobody sees it before you open a season.
programmes-season = Season { $season }
programmes-no-season = No season yet
programmes-no-season-text = A season is one yearly run: its dates, what the form asks and what judges score.
programmes-shipped-title = Set up the { $award }
programmes-shipped-text = For progress in the use of IT in local government. Its purpose, eligibility, questions, criteria and rules for deciding are ready; you set the dates and check the rest.
programmes-shipped-send = Set up the { $award }
programmes-shipped-done = The award is set up as a draft. Check the suggested dates and save them.
programmes-new = Set up a programme
programmes-new-title = Set up a programme from nothing
programmes-new-text = Your own award. Say what it is for and who may be put forward; then add its questions and criteria.
programmes-new-lede = This takes about ten minutes with all its parts. You can change everything until the season opens.
programmes-new-send = Save and go on
programmes-created = The programme is set up. Now name its stewards.
programmes-edit-title = What is written about the programme
programmes-edit-send = Save
programmes-changed = Your changes are saved.
programmes-change = Change
programmes-title = Name of the award
programmes-title-noun = the name of the award
programmes-title-hint = As people will say it, for example “Library friend of the year”.
programmes-slug = Address
programmes-slug-noun = the address
programmes-slug-hint = The part after the slash, in lower-case letters, digits and single dashes. Leave it empty and it is made from the name.
programmes-slug-reserved = This address is one of Plaudit’s own. Choose another
programmes-slug-taken = Another programme has this address. Choose another
programmes-purpose = Purpose
programmes-purpose-noun = the purpose
programmes-purpose-hint = What the award is for, in a few sentences. Lines that begin with a dash become a list; a word between two stars on each side is **strong**.
programmes-eligibility = Who is eligible
programmes-eligibility-noun = who is eligible
programmes-eligibility-hint = Who may be put forward, by whom, for what, and that it is free to enter.
programmes-decision = How it is decided
programmes-decision-noun = how it is decided
programmes-decision-hint = Who judges, how scores become a result, and what happens when nobody is good enough. Change the suggestion to fit.
programmes-decision-suggestion =
    Judges read each case on their own and score it by the published criteria. Judges who have an interest in a case take no part in it.

    The ranking is the mean of their weighted totals. A case below the merit floor cannot win. The panel then meets, discusses the shortlist and decides; where it departs from the ranking, it says why. It may make no award.
programmes-zone = Time zone
programmes-zone-noun = the time zone
programmes-zone-hint = The zone in which all deadlines are meant. Type a city to find it.
programmes-accent = Colour
programmes-accent-hint = The colour of the programme’s pages, as six digits: #0b5d5e, for example. It is made darker or lighter where words could not be read. Leave it empty for Plaudit’s own.
programmes-accent-wrong = Give the colour as # and six digits from 0 to 9 and a to f, for example #0b5d5e
programmes-accent-none = Plaudit’s own
programmes-mark = Mark
mark-title = The programme’s mark
mark-lede = A picture that stands for the award, at the top of its public pages and of its judges’ pages. Without one, Plaudit’s own mark stands there.
mark-now = The mark now
mark-none = The programme has no mark of its own.
mark-on-curtain = On the public pages
mark-by-day = On the judges’ pages by day
mark-by-night = On the judges’ pages by night
mark-choose = Choose a mark
mark-replace = Replace it
mark-file = Picture
mark-file-hint = An SVG or PNG file of { $limit } KB or less, at most 2,000 points wide and high. It is shown 32 points high on a white plate, in light and in dark, so a white mark needs a ground of its own.
mark-try = See how it looks
mark-letters = Letters stay as they are: a picture in them would have to be fetched, which tells its server who reads.
mark-remove = Remove the mark
mark-remove-text = The pages will show Plaudit’s own mark again. You can choose another at any time.
mark-chosen = The mark is on the programme’s pages.
mark-removed = The mark is removed. The pages show Plaudit’s own.
mark-trial-title = How it looks
mark-trial-lede = Nothing has changed yet.
mark-trial-used = This is the programme’s mark now.
mark-trial-before = Now
mark-trial-after = With the new mark
mark-trial-use = Use this mark
mark-trial-other = Choose another picture
mark-conflict-title = Somebody else changed the programme
mark-conflict-text = What you see below is as it is now, and nothing of yours was saved. Press the button again if you still mean it.
mark-missing = Choose a picture
mark-too-heavy = The picture must weigh { $limit } KB or less. Save it smaller, or with fewer points
mark-not-a-picture = The file is neither an SVG nor a PNG picture, whatever it is called. Choose one of these
mark-broken-png = The PNG file is broken: it cannot be read to its end. Save it again
mark-too-many-points = The picture is { $width } by { $height } points. Each side must have from 1 to { $limit }
mark-too-long = The picture may be at most { $times } times as long as it is high, or as high as it is long
mark-no-size = The SVG does not say how large it is. Save it with a width and a height, or a viewBox
mark-moves = The picture moves. Choose one that stands still
mark-not-well-formed = The SVG cannot be read: it is not well-formed XML. Save it again
mark-document-type = The SVG begins with a DOCTYPE, which may define entities. Save it without, as “plain” or “optimised” SVG
mark-script = The SVG has a script in it. Save it without
mark-handler = The SVG has “{ $name }” in it, which runs a script. Save it without
mark-foreign-object = The SVG has a piece of a web page in it (foreignObject). Save its words as shapes
mark-reference = The SVG fetches something from elsewhere: a picture, a font or a link. Save it with everything in it, or as PNG
mark-style-reference = A style in the SVG has an address in it (url). Save its colours as attributes, or the picture as PNG
mark-repeats = The SVG repeats parts of itself too often, or without end. Save it with less in it, or as PNG
mark-part = The SVG has “{ $name }” in it, which a mark may not have. Save it as “plain” SVG, or as PNG
accent-darkened = Words cannot be read in this colour on white, so { $colour } is used for words and buttons.
accent-light = by day: curtain, words and buttons in { $colour }, tint
accent-dark = by night: curtain, words in { $colour }, tint
programmes-contact-heading = Who answers questions
programmes-contact-text = A person, by name. They stand on the programme’s pages and letters.
programmes-contact-name = Contact’s name
programmes-contact-name-noun = the contact’s name
programmes-contact-email = Contact’s email address
programmes-contact-email-noun = the contact’s email address
programmes-contact-telephone = Contact’s telephone number
programmes-contact-telephone-noun = the contact’s telephone number
programmes-preview = Preview the texts
programmes-preview-title = Preview
programmes-preview-text = This is how the texts will look. Nothing is saved yet.
programmes-show-lede = What is set up, and what comes next.
programmes-about = About the programme
programmes-seasons = Seasons
programmes-season-name = Season
programmes-season-status = Status
programmes-season-closes = Nominations close
programmes-new-season = Set up a season
programmes-step-words = What is written about it
programmes-step-stewards = Stewards
programmes-step-stewards-note = { $count ->
    [0] Name at least one body that owns the award.
    [one] One body owns the award.
   *[other] { $count } bodies own the award jointly.
}
programmes-step-terms = Terms
programmes-step-terms-note = A season opens only on terms that the stewards have approved.
programmes-step-terms-approved = Version { $number } is approved.
programmes-step-season = Season
programmes-step-season-parts = Some of its parts are still to be done.
programmes-step-season-note = Dates, questions, criteria and rules for deciding.

## admin/stewards
stewards-title = Stewards
stewards-lede = The bodies that own the award jointly. Their executives approve the terms; they see no case and no score.
stewards-none-title = There is no steward yet
stewards-none-text = Name the body that owns the award. There may be more than one.
stewards-name = Name of the body
stewards-name-noun = the name of the body
stewards-name-hint = For example a society, an association or a council.
stewards-status = Status
stewards-action = Action
stewards-active = Active
stewards-status-retired = Retired
stewards-add-title = Add a steward
stewards-add = Add
stewards-added = The steward is added.
stewards-there-already = This body is a steward already
stewards-next = Go on with the programme
stewards-retire = Retire
stewards-retirement-title = Retire { $name }?
stewards-retirement-text = It stays on record as a steward of the past, and no longer approves the terms. Its rights pass or lapse as the last approved terms say.
stewards-retirement-last = A steward that has retired cannot come back under the same entry; you would add it again.
stewards-retirement-send = Retire this steward
stewards-stay = Leave it as it is
stewards-proof-title = Proof for the stewards
stewards-proof-text = If you wish, each time the panel signs a resolution these addresses get a letter with the number and the seal of the record as it stood then. It holds no case, no name and no score. While anybody keeps it, history cannot be rewritten unseen.
stewards-proof-addresses = Email addresses
stewards-proof-addresses-hint = One on each line. Leave it empty, and nobody gets such a letter.
stewards-proof-save = Save the addresses
stewards-proof-wrong = “{ $address }” is not an email address
stewards-proof-too-many = There can be at most { $most } addresses
stewards-proof-saved = { $count ->
    [0] Nobody gets the proof.
    [one] One address gets the proof with each resolution.
   *[other] { $count } addresses get the proof with each resolution.
}
stewards-rename = Correct the name
stewards-rename-title = Correct the name of a steward
stewards-rename-text = The new name is shown from now on. Terms that were approved stay as they were approved, and the record keeps both names.
stewards-rename-send = Save the name
stewards-renamed = The name is corrected.
stewards-retired = { $name } has retired.

## admin/terms
terms-title = Terms
terms-lede = The text that the stewards agree to. A season can open only when a version is approved.
terms-none-title = There are no terms yet
terms-none-text = Draft the first version. It begins with what is written about the programme, so there is little to type.
terms-new = Draft the next version
terms-new-title = Draft terms
terms-new-lede = Check the text, save it, and then put it before the stewards’ executives.
terms-suggestion =
    ## Purpose

    { $purpose }

    ## Who is eligible

    { $eligibility }

    ## How it is decided

    { $decision }
terms-version = Version
terms-version-number = Version { $number }
terms-status = Status
terms-status-draft = Draft
terms-status-under-approval = Under approval
terms-status-approved = Approved
terms-status-superseded = Superseded
terms-approved-at = Approved
terms-not-approved = Not approved
terms-to-season = Go on with season { $season }
terms-show-title = Terms, version { $number }
terms-all = All versions
terms-body = Text of the terms
terms-body-noun = the text of the terms
terms-body-hint = A line that begins with ## is a heading; lines that begin with a dash become a list.
terms-save = Save
terms-preview = Preview
terms-preview-title = Preview: nothing is saved yet
terms-drafted = The draft is saved.
terms-rewritten = The draft is saved.
terms-circulation-title = Put it before the executives
terms-circulation-text = Save the text first. Then send it to the executives of { $stewards } by your usual way, and record here that you did. From then on the text stays as it is.
terms-circulation-nobody = There is no steward who could approve the terms.
terms-circulation-add = Add a steward
terms-circulation-send = It is before the executives
terms-circulated = The terms are under approval.
terms-under-approval-text = The text is before the stewards’ executives and does not change. When every steward has answered, record what they said.
terms-outcome-title = What they said
terms-note = How was it approved?
terms-note-noun = how it was approved
terms-note-hint = For example: by the executive teams of both bodies, at their meetings of 2 and 9 March.
terms-approve = Record the approval
terms-refused-summary = An executive declined
terms-refusal = Why did they decline?
terms-refusal-hint = The version is a draft again. The reason goes on record.
terms-refuse = Record the refusal
terms-change-summary = Change the text
terms-change = Why does it change?
terms-change-hint = The version is a draft again. The reason goes on record.
terms-take-back = Take it back
terms-reason-noun = the reason
terms-approved = The approval is recorded.
terms-refused = The refusal is recorded, and the version is a draft again.
terms-taken-back = The version is a draft again.
terms-approved-on = Approved at { $moment }.
terms-print = This page prints as a document: use your browser’s print button.

## admin/seasons
seasons-new-title = Set up a season
seasons-new-lede = A season is one yearly run. It stays a draft that nobody sees until you open it.
seasons-created = The season is set up as a draft. Go on with its parts.
seasons-edit-title = Name, dates and declaration
seasons-changed = The season is saved. Check the dates below.
seasons-save = Save
seasons-change = Change
seasons-name = Name of the season
seasons-name-noun = the name of the season
seasons-name-hint = Usually the year.
seasons-dates = Dates
seasons-dates-text = All dates and times are { $zone } time. Noon from Tuesday to Thursday is kind to everybody: people are at work, and so is whoever can help them.
seasons-dates-suggested = These dates are suggestions. Nothing is set until you save them.
seasons-day = Date
seasons-time = Time
seasons-date-noun = the date of “{ $date }”
seasons-time-noun = the time of “{ $date }”
seasons-hour-skipped = Clocks go forward in that hour, so there is no such time. Choose another
seasons-out-of-order = “{ $date }” must come after the dates above it
seasons-close-stays = Nominators were told this close. It can be put off while nominations are open, and never brought forward
seasons-form-heading = The form
seasons-declaration = What a nominator declares
seasons-declaration-noun = what a nominator declares
seasons-declaration-hint = They tick it before they send the form.
seasons-declaration-suggestion = What I have written is true as far as I know. I know this person’s work at first hand. I understand that what I write may be shown to the person whom I nominate.
seasons-claims-least = Least number of progress claims
seasons-claims-least-noun = the least number of progress claims
seasons-claims-hint = A progress claim says what changed: before, after, from when to when, and what shows it. If your award does not ask for progress, put 0 in both fields.
seasons-claims-most = Greatest number of progress claims
seasons-claims-most-noun = the greatest number of progress claims
seasons-claims-most-under-least = The greatest number of progress claims must not be less than the least
seasons-set-up = What is set up, and what comes next
seasons-results = Results
seasons-package = Results package
seasons-public-page = The public page
seasons-parts = What it is made of
seasons-nominations = Nominations
seasons-judges = Judges
seasons-interests = Interests
seasons-grave = Cancel the season
seasons-closes-by-itself = Nothing now: nominations close by themselves at { $moment }. To put the close off, change the dates.
seasons-invite-judges = Invite judges (you can also do this later)
seasons-preview = See the form as nominators will
seasons-moves = What you can do now
seasons-standing-draft = It is being set up, and nobody else sees it.
seasons-standing-published = It is published, and receives nominations from { $moment }. The rules are locked.
seasons-standing-open = Nominations are being received. The rules are locked and published.
seasons-standing-screening = Nominations are closed. Decide which of them are eligible.
seasons-standing-judging = Judges score the cases.
seasons-standing-deliberation = Scores are locked, and the panel meets.
seasons-standing-decided = The panel has resolved. Nobody outside may know yet.
seasons-standing-announced = The result is public.
seasons-standing-archived = It is over, and can only be read.
seasons-standing-cancelled = It was called off. There is no result.
seasons-step-dates = Every date must be set before it opens.
seasons-step-dates-set = Every date is set.
seasons-step-categories = { $count ->
    [one] There is one thing to win.
   *[other] There are { $count } things to win.
}
seasons-step-eligibility = { $count ->
    [0] None yet. You can do without, but people like to know before they write.
    [one] The form asks one yes-or-no question first.
   *[other] The form asks { $count } yes-or-no questions first.
}
seasons-step-questions = { $count ->
    [0] Add at least one question.
    [one] The form asks one question.
   *[other] The form asks { $count } questions.
}
seasons-step-criteria = { $count ->
    [0] Add at least one criterion.
    [one] Judges score one criterion.
   *[other] Judges score { $count } criteria.
}
seasons-step-undescribed = { $count ->
    [one] One criterion has points that are not described.
   *[other] { $count } criteria have points that are not described.
}
seasons-step-rules = The defaults suit a small award. Look them over.
seasons-step-terms = A version must be approved by the stewards.
seasons-step-terms-approved = The terms are approved.
seasons-step-missing = It can open when the parts above are done.
seasons-step-ready = Everything is there.
seasons-reason = Why?
seasons-reason-noun = the reason
seasons-reason-hint = The reason goes on record. Name no nominee, and no reason of health or family.
seasons-stay = Leave it as it is
seasons-nothing-missing = Every scorecard is in, and every case has its quorum.
seasons-missing-title = Scorecards that are missing
seasons-missing-text = If you go on, the season goes on without them, by your decision and for your reason. What these judges have begun and not submitted does not count, and they cannot submit it any more.
seasons-missing-judge = { $count ->
    [one] { $name }: one scorecard
   *[other] { $name }: { $count } scorecards
}
seasons-below-title = Cases below their quorum
seasons-below-text = These have fewer than { $quorum } scorecards. They are listed without a rank, and cannot be shortlisted.
seasons-below-has = { $count ->
    [0] no scorecard
    [one] one scorecard
   *[other] { $count } scorecards
}
seasons-waits-rulings = { $count ->
    [one] One declared interest waits for a ruling. That judge does not see the case until then, and gives it no score once scores are locked.
   *[other] { $count } declared interests wait for a ruling. Those judges do not see the cases until then, and give them no score once scores are locked.
}
seasons-waits-enquiries = { $count ->
    [one] One question from a judge waits for an answer.
   *[other] { $count } questions from judges wait for an answer.
}
seasons-undecided-title = Cases that nobody has decided on
seasons-undecided-text = { $count ->
    [one] This case is neither on the shortlist, in reserve nor left out. Leave it out now, or let the panel decide; with the resolution it becomes “Not shortlisted”, unless the ranking puts it forward or it has too few scorecards: then it is decided on first.
   *[other] These { $count } cases are neither on the shortlist, in reserve nor left out. Leave them out now, or let the panel decide; with the resolution they become “Not shortlisted”, but one that the ranking puts forward, or that has too few scorecards, is decided on first.
}
seasons-undecided-close = { $count ->
    [one] This case is neither on the shortlist, in reserve nor left out. When you record the resolution it becomes “Not shortlisted”, unless the ranking puts it forward or it has too few scorecards: then decide on it first.
   *[other] These { $count } cases are neither on the shortlist, in reserve nor left out. When you record the resolution they become “Not shortlisted”; decide first on one that the ranking puts forward, or that has too few scorecards.
}
seasons-name-taken = Another season of this programme has this name already
seasons-close-over = The close of nominations must be still to come
seasons-extension-date = New close
seasons-extension-hint = { $zone } time. It must lie in the future, and before scorecards are due.
seasons-extension-too-early = The new close must come after the old one, be still to come, and lie before the date when scorecards are due
seasons-open = Open for nominations
seasons-open-effect = The form goes on the programme’s page and receives nominations from the opening date on. The rules for deciding and the criteria are locked and published. Questions can no longer be added or removed; their words can be corrected.
seasons-open-done = The season is open. The rules are locked and published.
seasons-close = Close nominations
seasons-close-effect = The close has passed, so no nomination is received any more. Drafts that were not sent lapse. This also happens by itself.
seasons-close-done = Nominations are closed. Screening begins.
seasons-extend = Put off the close
seasons-extend-effect = Nominations are received again, for everybody, until a new close. Drafts that lapsed can be sent.
seasons-extend-done = The close is put off, and nominations are open again.
seasons-begin-judging = Begin judging
seasons-begin-judging-effect = Every eligible case goes to every judge, or to those whom your plan names. Each judge who gets cases is told by letter how many, and until when; no letter names a nominee. Nominators can no longer change or withdraw what they sent.
seasons-begin-cases = Cases that are eligible
seasons-begin-judges = Judges who have accepted
seasons-begin-invited = Judges who have yet to answer
seasons-begin-quorum = Judges whom a case needs
seasons-begin-sheets = Judges who have not filled in their sheet of interests
seasons-begin-rulings = Interests that wait for a ruling
seasons-begin-too-few = { $count ->
    [one] One judge has accepted, and a case needs { $quorum }: no case could be ranked. You can begin; whoever accepts later finds the cases on their desk.
   *[other] { $count } judges have accepted, and a case needs { $quorum }: no case could be ranked. You can begin; whoever accepts later finds the cases on their desk.
}
seasons-begin-behind = Some nominations or cases are not ready. What is not eligible, accepted and confirmed does not go to the judges now.
seasons-begin-judging-done = Judging has begun.
seasons-return-to-screening = Go back to screening
seasons-return-to-screening-effect = This breaks judging off. Judges cannot score until it begins again; their scores are kept.
seasons-return-to-screening-done = The season is in screening again.
seasons-begin-deliberation = Begin the deliberation
seasons-begin-deliberation-effect = This locks the scorecards, and the ranking stands for the panel’s meeting.
seasons-begin-deliberation-done = Scores are locked for the panel’s meeting.
seasons-return-to-judging = Go back to judging
seasons-return-to-judging-effect = The meeting is broken off because more scores are wanted. Judges can score again.
seasons-return-to-judging-done = The season is in judging again.
seasons-decide = Record that the panel has resolved
seasons-decide-effect = The panel’s resolution is signed off. Nobody outside may know before it is announced.
seasons-decide-done = The resolution is on record.
seasons-announce = Announce the result
seasons-announce-preview = What the public will read
seasons-announce-kept = { $category }: you are out of one of its cases, so its result is not shown to you before it is public.
seasons-announce-early = This is { $span } before the published time, which is { $moment }. Say why: the reason goes on record with the announcement.
seasons-announce-late = This is { $span } after the published time, which was { $moment }.
seasons-see-result = See the result as the public does
span-days = { $count } days
span-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
span-minutes = { $count ->
    [0] less than a minute
    [one] a minute
   *[other] { $count } minutes
}
seasons-announce-effect = The result becomes public. This cannot be taken back; a mistake is corrected in public.
seasons-announce-done = The result is public.
seasons-archive = Archive the season
seasons-archive-effect = Afterwards nothing can be changed. Everything can still be read and taken as files.
seasons-archive-done = The season is archived.
seasons-cancel = Call the season off
seasons-cancel-effect = There will be no result. A season that is called off does not come back.
seasons-cancel-done = The season is called off.

## admin/categories
categories-title = Categories
categories-lede = What is won. Most awards have one category.
categories-locked = The season has opened, so its categories stay as they are.
categories-name = Category
categories-name-noun = the name of the category
categories-name-hint = For example: an individual, or a team.
categories-action = Action
categories-rename = Rename
categories-rename-title = Rename the category
categories-remove = Remove
categories-add-title = Add a category
categories-add = Add
categories-added = The category is added.
categories-renamed = The category is renamed.
categories-removed = The category is removed.
categories-save = Save

## admin/eligibility
eligibility-title = Eligibility
eligibility-outlook-met = Nothing against
eligibility-outlook-unclear = Not certain
eligibility-outlook-not-met = An answer speaks against
eligibility-lede = Yes-or-no questions that the form asks first. An answer that speaks against is shown to you; you decide.
eligibility-none-title = The form asks no such question yet
eligibility-none-text = Ask what rules somebody out, so that nobody writes a nomination in vain. You can do without.
eligibility-words-only = The season is open. You can correct the words, and not what is asked or wanted.
eligibility-locked = Nominations have closed, so the rules stay as they are.
eligibility-new = Add a rule
eligibility-added = The rule is added.
eligibility-edit-title = Change a rule
eligibility-changed = The rule is saved.
eligibility-prompt = Question
eligibility-prompt-noun = the question
eligibility-prompt-hint = Something that a nominator can answer with yes, no or not sure.
eligibility-help = Help
eligibility-help-noun = the help
eligibility-wanted = Answer that makes eligible
eligibility-wanted-noun = the answer that makes eligible
eligibility-action = Action
eligibility-change = Change
eligibility-save = Save
eligibility-remove = Remove this rule
eligibility-remove-summary = Remove the rule
eligibility-remove-text = The form no longer asks it. It cannot be brought back, only added again.
eligibility-removed = The rule is removed.

## admin/view.rs, lists that are put in order
view-up = Move up
view-down = Move down

## admin/questions
questions-title = Questions
questions-lede = What the form asks, in this order, beside the names and the progress claims that it always asks for.
questions-none-title = There is no question yet
questions-none-text = Three to six questions are enough. Ask for what judges will score, and say how many words you want.
questions-words-only = The season is open. You can correct the words, and not what is asked for: people have begun to answer.
questions-locked = Nominations have closed, so the questions stay as they are.
questions-new = Add a question
questions-added = The question is added.
questions-edit-title = Change a question
questions-changed = The question is saved.
questions-moved = The order is changed.
questions-prompt = Question
questions-prompt-noun = the question
questions-help = Help
questions-help-noun = the help
questions-help-hint = One sentence that makes it easier to answer. It stands between the question and the field.
questions-kind = Kind of answer
questions-kind-noun = the kind of answer
questions-kind-short-text = One line
questions-kind-long-text = Paragraphs
questions-kind-one-of = One of several choices
questions-kind-several-of = Any of several choices
questions-kind-number = A whole number
questions-kind-date = A date
questions-kind-link = A link
questions-limits = Limits
questions-limit-words = Up to { $limit } words
questions-limit-choices = { $count ->
    [one] One choice
   *[other] { $count } choices
}
questions-limit-range = { $lowest } to { $highest }
questions-limit-lowest = { $lowest } or more
questions-limit-highest = { $highest } or less
questions-limit-none = None
questions-word-limit = Word limit
questions-word-limit-noun = the word limit
questions-word-limit-hint = For paragraphs. 100 to 250 words suit most questions.
questions-choices = Choices
questions-choices-noun = the choices
questions-choices-hint = One per line. A line that you word anew keeps the answers given to it.
questions-lowest = Least
questions-lowest-noun = the least number
questions-highest = Greatest
questions-highest-noun = the greatest number
questions-highest-under-lowest = The greatest number must not be less than the least
questions-number-hint = For a whole number.
questions-required = It must be answered
questions-required-column = Required
questions-for-publication = The answer is written for publication
questions-for-publication-hint = Nominators are told that it may be published, and cannot mark it as private.
questions-yes = Yes
questions-no = No
questions-unsure = Not sure
questions-action = Action
questions-change = Change
questions-save = Save
questions-remove = Remove this question
questions-remove-summary = Remove the question
questions-remove-text = The form no longer asks it. It cannot be brought back, only added again.
questions-removed = The question is removed.
questions-preview = See the form as nominators will
questions-preview-title = The form
questions-preview-lede = What nominators will be asked, beside the names and the progress claims. Nothing on this page can be sent.

## admin/view.rs, a rule set that is locked
view-rules-locked = Version { $number } is locked and published: people write to these criteria, and judges score by them.
view-rules-prepared = You are preparing version { $number } of the rules. Nobody else sees it until it is published.
view-rules-digest = Digest:

## admin/criteria
criteria-list-title = Criteria
criteria-of-interview = Criteria of the interview
criteria-of-interview-none = None yet. An interview needs at least one.
criteria-of-interview-new = Add a criterion of the interview
criteria-lede = What judges score, how much each counts, and what every point means. All of it is published with the form.
criteria-none-title = There is no criterion yet
criteria-none-text = Three or four are enough. Begin with what the award is for: that one counts most.
criteria-new = Add a criterion
criteria-edit-title = Change a criterion
criteria-saved = The criterion is saved.
criteria-saved-scale = Saved. The scale has points that are not described yet: say what each means.
criteria-moved = The order is changed.
criteria-removed = The criterion is removed.
criteria-title = Criterion
criteria-title-noun = the name of the criterion
criteria-guidance = Guidance for judges
criteria-guidance-noun = the guidance
criteria-guidance-hint = What to look at, and what not to count. Nominators read it too.
criteria-weight = Weight
criteria-weight-noun = the weight
criteria-weight-hint = A whole number. If all of them add up to 100, each is a percentage; otherwise the share is worked out.
criteria-share = Share
criteria-scale = Scale
criteria-scale-lede = From the lowest point to the highest, in equal steps.
criteria-scale-text = { $lowest } to { $highest } in steps of { $step }
criteria-lowest = Lowest point
criteria-lowest-noun = the lowest point
criteria-highest = Highest point
criteria-highest-noun = the highest point
criteria-highest-under-lowest = The highest point must be above the lowest
criteria-step = Step
criteria-step-noun = the step
criteria-step-hint = Usually 1. Half points are 0.5.
criteria-step-uneven = The step must lead from the lowest point to the highest in whole steps, at most a hundred of them
criteria-descriptors = What each point means
criteria-descriptors-text = A few words for each, so that two judges mean the same by it. If you change the scale, save it, and this page has a field for each of its points.
criteria-descriptor = { $point } means
criteria-descriptor-noun = what a point means
criteria-descriptor-missing = Enter what { $point } means
criteria-suggested-0 = Not addressed
criteria-suggested-1 = Mentioned, with nothing to show for it
criteria-suggested-2 = Slight, or only asserted
criteria-suggested-3 = Clear, and shown
criteria-suggested-4 = Substantial, and well shown
criteria-suggested-5 = Exceptional, and convincingly shown
criteria-undescribed = Not described
criteria-action = Action
criteria-change = Change
criteria-save = Save
criteria-remove = Remove this criterion
criteria-remove-summary = Remove the criterion
criteria-remove-text = It is no longer scored, and the shares of the others grow. It cannot be brought back, only added again.

## admin/rules
rules-title = Rules for deciding
rules-lede = How scores become a shortlist. These defaults suit a small award.
rules-saved = The rules are saved.
rules-save = Save
rules-method = How the ranking is made
rules-method-noun = how the ranking is made
rules-method-mean = By the mean of the judges’ weighted totals
rules-method-hint-mean = Anybody can check it with a pencil. Right where everybody reads everything.
rules-method-calibrated = By the calibrated score
rules-method-hint-calibrated = Takes out how severe each judge is, so that a case does not lose by who happened to read it. Where everybody reads everything the order is that of the mean. It needs five cases, three judges and some overlap; with less, the mean takes its place and the ranking says so.
rules-method-calibrated-spread = By the calibrated score, with spread
rules-method-hint-calibrated-spread = Also brings judges together who use more or less of the scale than others, as far as the scores show that they do.
rules-method-trimmed-mean = By the mean without the highest and the lowest total
rules-method-hint-trimmed-mean = Dulls a single extreme judge where a case has four scorecards or more. Not for panels in which each case has other judges.
rules-method-z-score = By z-scores
rules-method-hint-z-score = Measures each case by its judge’s own mean and spread. It punishes the judge who was dealt the strong cases: choose it only if your rules ask for it.
rules-method-borda = By each judge’s order alone
rules-method-hint-borda = Counts who is placed above whom, from 100 for a judge’s first to 0 for the last. It does not say how good a case is, so the merit floor is compared with the mean.
rules-merit-floor = Merit floor
rules-merit-floor-noun = the merit floor
rules-merit-floor-hint = The least total that may be shortlisted or win, of the greatest total that is possible. A case below it cannot win, even if it is the best.
rules-quorum = Scorecards that a case needs
rules-quorum-noun = the number of scorecards that a case needs
rules-quorum-hint = A case with fewer is not ranked.
rules-shortlist-size = Most finalists
rules-shortlist-size-noun = the number of finalists
rules-shortlist-size-hint = How many cases may go to the panel’s meeting.
rules-ties = Cases with the same total
rules-ties-text = What tells them apart, in this order. What stays tied is discussed, and may win jointly; nobody has a casting vote.
rules-tie-break-1 = First
rules-tie-break-2 = Then
rules-tie-break-3 = Then, at last
rules-tie-break-noun = what tells ties apart
rules-tie-criteria = The criteria one after another, from the heaviest
rules-tie-head-to-head = Which case more judges placed above the other
rules-tie-lower-bound = The total less its standard error: what is better known of two equals
rules-version-link = Change a criterion, a weight or another rule: a new version
rules-version-title = A new version of the rules
rules-version-lede = People have written to the rules as they are published. Version { $number } takes their place: everybody who nominated is told by letter, with your reason, and the close is put off so that they can change what they sent. Nothing changes any more once a scorecard is submitted.
rules-version-scores = { $count ->
    [one] One scorecard has been begun. What its judge gave on criteria that keep their scale is carried over; the rest is asked for anew, and what it was stays on record.
   *[other] { $count } scorecards have been begun. What their judges gave on criteria that keep their scale is carried over; the rest is asked for anew, and what it was stays on record.
}
rules-version-how = You prepare it as a draft: criteria may be added, removed and given other scales, weights and rules may change. Nobody else sees it until you publish it.
rules-version-begin = Prepare a new version
rules-version-begun = A draft of the new version is there. Change what is to change.
rules-version-changes = What changes
rules-version-none-yet = Nothing yet: it is the same as what is published.
rules-version-where = It is changed on these pages:
rules-version-on = See what it changes, and publish it
rules-version-give-up = Give the new version up
rules-version-give-up-text = The draft is gone, and what is published stays as it is.
rules-version-given-up = The draft is gone.
rules-version-why = The new close, and why
rules-version-close-needed = Enter the day of the new close
rules-version-reason-hint = Everybody who nominated reads it, and it is published with the rules.
rules-version-publish = Publish the new version and tell every nominator
rules-version-done = The new version is published, and every nominator is told.
criteria-correct-text = Words may be corrected until the first scorecard is submitted; both ways in which they read are published. What counts, its weight and its scale stay.
criteria-correct = Correct the words of “{ $criterion }”
criteria-correct-title = Correct the words of a criterion
criteria-correct-lede = A correction mends how something reads, and must not change what is looked for. Both ways in which it read are shown on the page “How we judge”.
criteria-correct-save = Publish the correction
criteria-corrected = The correction is published.
rules-lower-bound-needs = Only a calibrated score has a standard error. Choose such a method, or leave this out.
rules-tie-none = Nothing: they stay tied
rules-at-the-cut = If the last place on the shortlist falls between cases that stay tied
rules-at-the-cut-noun = what happens at the last place
rules-at-the-cut-hint = A lot is drawn from a seed that is published when nominations open, so that anybody can draw it again. One more scorecard needs one more judge.
rules-at-the-cut-expand = All of them are shortlisted
rules-at-the-cut-extra-scorecard = None of them, until each has one more scorecard
rules-at-the-cut-lot = A lot decides
rules-reading-title = What judges see
rules-reading = Names
rules-reading-noun = whether judges read names
rules-reading-hint = Without names, judges have no sheet of interests: a name that was read there is known here. You give that up, and interests rest on what the system finds, on what you confirm, and on judges who recognise somebody and step out. Nothing is taken out of what a nominator wrote.
rules-reading-open = Judges read whom a case concerns
rules-reading-blind = Judges read without names and employers until the scores are locked
rules-others = What the other judges gave
rules-others-noun = when judges see what the others gave
rules-others-hint = Without their names. Whoever sees it early may follow it.
rules-others-never = Judges do not see it
rules-others-after-own = A judge sees it once their own scorecard is in
rules-others-after-lock = Judges see it once all scorecards are locked
rules-meeting-title = The panel’s meeting
rules-deciding = How the panel decides
rules-deciding-noun = how the panel decides
rules-deciding-hint = Votes are counted and kept without names. There is no casting vote: a tie is talked over and voted on again.
rules-deciding-consensus = By consensus
rules-deciding-ballot = By a ballot on each finalist
rules-meeting-quorum = Judges present for a result
rules-meeting-quorum-noun = how many judges must be present for a result
rules-meeting-quorum-hint = Judges with a vote. Leave it empty, or 0, where no number is asked for.

## admin/invited.rs
invited = The invitation to { $name } is on its way to { $email }.
invited-known-as = The invitation to { $typed } is on its way to { $email }. That address has an account already, in the name of { $name }; it keeps that name.

## admin/people
people-title = Administrators
people-lede = { $count ->
    [one] One administrator runs every programme.
   *[other] { $count } administrators run every programme.
} Where one has an interest in a case, another one acts.
people-only-one-invited = There is only one administrator. The invitation of a second waits for an answer: somebody must act when the first is away or has an interest.
people-only-one = There is only one administrator. Invite a second: somebody must act when the first is away or has an interest.
people-name = Name
people-name-noun = the name
people-email = Email address
people-email-noun = the email address
people-email-hint = The invitation goes there, and they sign in with it.
people-status = Status
people-status-invited = Invited
people-status-active = Active
people-status-declined = Declined
people-status-ended = Ended
people-action = Action
people-invite-title = Invite an administrator
people-invite-text = They get a letter with a link, and choose whether to accept.
people-invite = Send the invitation
people-there-already = This person is an administrator already
people-again = Send again
people-end = End
people-last = The last one stays
people-end-title = End the membership of { $name }?
people-end-text = They can no longer sign in as an administrator. What they did stays on record under their name.
people-end-self = This is you. You will no longer see these pages.
people-end-send = End the membership
people-ended = { $name } is no longer an administrator.
people-stay = Leave it as it is
people-organisation = The organisation and its contact

## admin/organisation
organisation-title = The organisation
organisation-lede = It stands at the top of every page.
organisation-saved = The organisation is saved.
organisation-save = Save
organisation-name = Name of the organisation
organisation-name-noun = the name of the organisation
organisation-contact-heading = Who answers questions
organisation-contact-text = A person, by name. They stand on every page and letter that is not one programme’s own.
organisation-contact-name = Contact’s name
organisation-contact-name-noun = the contact’s name
organisation-contact-email = Contact’s email address
organisation-contact-email-noun = the contact’s email address
organisation-contact-telephone = Contact’s telephone number
organisation-contact-telephone-noun = the contact’s telephone number

## accounts/sign_in
sign-in-title = Sign in
sign-in-lede = There is no password. We send you a letter with a link and a short code.
sign-in-ended = You were signed out. Sign in again.
sign-in-email = Your email address
sign-in-email-noun = your email address
sign-in-email-hint = The one that your invitation went to.
sign-in-send = Send the letter
sign-in-have-code = I have a code already
sign-in-enter-title = Sign in
sign-in-enter-lede = Press the button to sign in on this device as { $name }.
sign-in-enter = Sign in
sign-in-spent-title = This link has been used or has expired
sign-in-spent-lede = A link signs in once, within 20 minutes. We can send a new one to the same address.
sign-in-spent-send = Send a new link
sign-in-spent-other = Use another address

## accounts/code
code-title = Enter your code
code-title-sent = Check your email
code-lede = The code is in the letter that we sent you.
code-lede-sent = If we know { $email }, a letter is on its way. Open its link on any device, or enter its code here.
code-email = The email address that the letter went to
code-email-noun = the email address that the letter went to
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
set-up-contact-email = Contact’s email address
set-up-contact-email-noun = the contact’s email address
set-up-contact-telephone = Contact’s telephone number
set-up-contact-telephone-noun = the contact’s telephone number
set-up-you-heading = You
set-up-you-text = You become the first administrator, and can invite others.
set-up-name = Your name
set-up-name-noun = your name
set-up-email = Your email address
set-up-email-noun = your own email address
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
invitation-season = For
invitation-role = What you would do
invitation-load = How much there is to read
invitation-load-text = { $cases ->
    [one] One case, some { $minutes } minutes, at your own pace.
   *[other] About { $cases } cases of some { $minutes } minutes each: { $hours ->
        [one] an hour
       *[other] { $hours } hours
    } in all, at your own pace.
}
invitation-judging = Judging
invitation-judging-text = After { $from }, until { $to }
invitation-meeting = The panel’s meeting
invitation-answer-by = Please answer by
invitation-decline-title = If you cannot
invitation-reason = Why, if you would like to say
invitation-reason-hint = The administrators read it, nobody else.
invitation-reason-noun = the reason
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
sessions-back = Back to your work
sessions-lede = { $count ->
    [one] You are signed in on this device alone.
   *[other] You are signed in on { $count } devices. If you do not know one of these, sign it out.
}
sessions-device = Device
sessions-since = Signed in ({ $zone } time)
sessions-seen = Last seen ({ $zone } time)
sessions-end = Sign out
sessions-browser-on = { $browser } on { $system }
sessions-unknown-device = Unknown device
sessions-this = { $device } (this device)
sessions-remove = Sign out
sessions-removed = That device is signed out.
sessions-signed-out = You are signed out.

## letters
letter-greeting = Dear { $name },
letter-contact = Questions? Ask { $name }: { $email }, { $telephone }
letter-button-plain = If the button does not work, copy this address into your browser:
letter-sign-in-subject = Your link to sign in
letter-sign-in-link = Open this link and press the button to sign in:
letter-sign-in-button = Sign in
letter-sign-in-code = Or go to { $page } on any device and enter this code:
letter-sign-in-limits = Both work once, within { $minutes } minutes.
letter-sign-in-not-you = If you did not ask for this, you need not do anything. Nobody can sign in without this letter.
letter-invitation-subject = Invitation: { $role }, { $what }
letter-invitation-subject-again = Reminder of the invitation: { $role }, { $what }
letter-invitation-again = You have not answered this invitation yet. If you cannot, one click says so, and you will not be asked again.
letter-invitation-judging = Judging is after { $from }, until { $to }, at your own pace.
letter-invitation-meeting = The panel meets at { $at }.
letter-invitation-answer-by = Please answer by { $at }.
letter-the = the { $award }
letter-invitation-text = You are asked to be { $role } for { $what }.
letter-invitation-open = To read more, and to accept or decline, open this link:
letter-invitation-button = Read the invitation
letter-invitation-code = Or go to { $page } and enter this code:
letter-invitation-limits = You can answer within { $days } days. Opening the link answers nothing.
letter-enquiry-answered-subject = A question about a case is answered: { $season }
letter-enquiry-answered = A judge asked about a case on your desk, and the secretary has answered. You find question and answer with the case, beside your scorecard.
letter-scorecard-reopened-subject = Your scorecard of case { $number } is open again: { $season }
letter-scorecard-reopened = Whoever presides over the panel has opened one of your scorecards again. It does not count until you submit it once more.
letter-case-award = Award
letter-case = Case
letter-case-due = Scores are due
letter-case-reason = Reason
letter-case-button = Go to your scorecard
letter-case-open = Your scorecard of this case is here:
letter-case-on-desk = You find the case on your desk:
letter-judge-cases-subject = Your cases are ready: { $season }
letter-judge-cases-left = { $left ->
    [one] One case of { $season } lies on your desk for you to judge.
   *[other] { $left } cases of { $season } lie on your desk for you to judge.
}
letter-judge-cases-due = Judging ends at { $at }.
letter-judge-cases-how = You sign in with this email address, without a password. Before a case opens, you are asked whether you have an interest in it. You can stop at any moment: what you have put down is kept. Your cases are here:
letter-judge-reminder-subject = Cases are waiting for you: { $season }
letter-judge-reminder-left = { $left ->
    [one] One case is left for you to score in { $season }.
   *[other] { $left } cases are left for you to score in { $season }.
}
letter-judge-reminder-due = Scores are due by { $at }.
letter-judge-reminder-button = Go to your cases
letter-judge-reminder-stop = You can stop at any moment: what you have put down is kept. Your cases are here:

## shown/interest.rs
interest-kind-part = Nominee, nominator or referee in this case
interest-kind-employer = Works for the nominee’s employer
interest-kind-employer-before = Used to work for the nominee’s employer
interest-kind-family = Family or close friend
interest-asked-employer-before = { $years ->
    [one] Worked for the nominee’s employer within the last year
   *[other] Worked for the nominee’s employer within the last { $years } years
}
interest-kind-line-management = One manages or has managed the other
interest-kind-supplier = Sells to the nominee’s employer, or works for somebody who does
interest-kind-support = Nominated or supported the nominee, or wrote a reference
interest-kind-other = Something else
interest-answer-none = No interest
interest-answer-unsure = Unsure
interest-asked = Not answered
interest-none = No interest
interest-waits = Waits for a ruling
interest-may-judge = May judge
interest-recused = Recused
interest-effect-out-of-case = Out of the case
interest-effect-out-of-category = Out of every case of the category
interest-effect-stay = On record; may judge
interest-effect-by-hand = Ruled on by hand
interest-effect-short-out-of-case = out of the case at once
interest-effect-short-out-of-category = out of the whole category at once
interest-effect-short-stay = on record, you stay
interest-effect-short-by-hand = ruled on
interest-ruler-administrator = What is ruled on by hand is ruled on by an administrator who has no interest in the case.
interest-ruler-chair = What is ruled on by hand is ruled on by the chair; by the deputy where the chair has an interest in the case.
interest-sign-nominee = is the nominee ({ $likeness })
interest-sign-nominator = is a nominator ({ $likeness })
interest-sign-referee = is a referee ({ $likeness })
interest-sign-namesake = has the same name as somebody in the case ({ $likeness })
interest-sign-employer = has the nominee’s employer ({ $likeness })
interest-sign-domain = has an address at the same domain ({ $likeness })
interest-sign-earlier-season = one of them nominated the other, or was their referee, in the season { $likeness }

## Sheet of interests

sheet-title = Your interests
sheet-back = Back
sheet-lede = Everybody whom the cases concern, before you read any of them. Say for each whether you have an interest; most people are done in minutes.
sheet-empty-title = No cases yet
sheet-empty-text = They appear here as they are found eligible. Late ones are added.
sheet-progress = { $done } of { $of } answered
sheet-all-answered = You have answered for every case. When you open one, you are asked once whether that is still so.
sheet-closed = Answers are taken from the close of nominations until the scores are locked.
sheet-out = { $count ->
    [one] You are out of one case, which is not on this sheet.
   *[other] You are out of { $count } cases, which are not on this sheet.
}
sheet-out-runs = Nothing of it is shown to you anywhere, and another administrator acts on it.
sheet-no-employer = No employer given
sheet-case = { $nominee }, nominated by { $nominators }
sheet-referees = { $nominated }, { $count ->
    [one] referee
   *[other] referees
} { $referees }
sheet-named = { $name } ({ $employer })
sheet-none = No interest
sheet-declared-choice = I have an interest
sheet-unsure = Not sure
sheet-choose = Choose
sheet-kind = { $kind } – { $effect }
sheet-words = In your words
sheet-signs = You may have one: { $signs }.
sheet-save = Declare what is answered
sheet-none-for-the-rest = No interest in all the rest
sheet-save-text = What you choose is kept as you go. It is declared when you press a button: the rules then act at once, and it is on record.
sheet-declared = { $count ->
    [0] Nothing new was declared.
    [one] One answer is declared.
   *[other] { $count } answers are declared.
}
sheet-now-out = By the rules you are out of: { $names }.
sheet-now-out-of-category = By the rules you are out of the whole category.
sheet-now-waiting = A ruling is asked for: { $names }.
sheet-now-staying = On record, and you may judge: { $names }.

kept-from-you = { $count ->
    [one] One case is kept from you because of an interest of your own. It is left out of everything that you see, and another administrator acts on it.
   *[other] { $count } cases are kept from you because of interests of your own. They are left out of everything that you see, and another administrator acts on them.
}
kept-unattended = { $count ->
    [one] No other administrator can act on one of the cases that you are out of.
   *[other] No other administrator can act on { $count } of the cases that you are out of.
}
kept-invite = Invite a second administrator

## Conflict policy

conflicts-title = Interests and conflicts
conflicts-lede = What a declared interest leads to. It is a part of the rules: published with them, and locked when the season opens.
conflicts-leads-to = What an interest leads to
conflicts-interest = Interest
conflicts-effect = Leads to
conflicts-effect-noun = what it leads to
conflicts-years = Years that an earlier employer counts
conflicts-years-hint = From 1 to 20.
conflicts-years-noun = the number of years
conflicts-ruler = Who rules on what is ruled on by hand
conflicts-ruler-noun = who rules
conflicts-fixed = A nominee, nominator or referee is always out of the case, and whoever is not sure is always ruled on.
conflicts-save = Save
conflicts-saved = The policy is saved.
conflicts-to-rules = Rules for deciding
conflicts-published = Interests of judges
conflicts-published-asked = Judges and administrators declare their interests on one sheet before they read anything, and again before each case opens.
conflicts-published-out-of-case = Out of the case: { $kinds }.
conflicts-published-out-of-category = Out of the whole category: { $kinds }.
conflicts-published-stay = On record, and may judge: { $kinds }.
conflicts-published-by-hand = Ruled on one by one, and kept from the case until then: { $kinds }.
conflicts-kind-part = the nominee, the nominators and the referees
conflicts-kind-employer = colleagues at the nominee’s employer
conflicts-kind-employer-before = { $years ->
    [one] colleagues there within the last year
   *[other] colleagues there within the last { $years } years
}
conflicts-kind-family = family and close friends
conflicts-kind-line-management = whoever manages or managed the nominee, or the other way round
conflicts-kind-supplier = suppliers of the employer
conflicts-kind-support = whoever nominated, supported or gave a reference
conflicts-kind-other = any other interest

domains-title = Email domains that are no sign
domains-lede = Two people with addresses at one domain may work together, and a conflict is suggested. Not so at these, where anybody may have an address.
domains-list = Domains
domains-hint = One a line.
domains-noun = the domains
domains-save = Save
domains-saved = The list is saved.

## judging/desk
desk-title = Your cases
desk-empty-title = No cases yet
desk-empty-text = When you are a judge of a season, its cases appear here.
desk-no-cases-title = No cases yet
desk-no-cases-text = Judging has begun, but no case is ready for you. It appears here when one is.
desk-not-begun = Judging has not begun. Your cases appear here when it does.
desk-cancelled = The season was cancelled. Nothing more is asked of you.
desk-announced = The result is announced at { $at }. Until then, what you read and scored stays with you.
desk-over = Judging is over. You can still read your own scorecards.
desk-progress = { $done } of { $of } cases scored
desk-voted = { $done } of { $of } cases voted on
desk-due = Scores are due by { $at }.
desk-stage-sift = This stage is the sift: say of each case whether it goes on to be scored.
desk-stage-interview = This stage is the interview: the finalists are met, and scored by criteria of their own.
desk-unread = { $count ->
    [one] Read every finalist before you score any. One is left to read.
   *[other] Read every finalist before you score any. { $count } are left to read.
}
desk-waiting = { $count ->
    [one] One case waits for a ruling on your interest.
   *[other] { $count } cases wait for a ruling on your interest.
}
desk-only-waiting = There is nothing that you can do until the ruling.
desk-next = Next: case { $number }
desk-go-on = Go on with case { $number }
desk-all-done = All your scorecards are in. Thank you. You can change them until judging ends.
desk-confidentiality = Before you see who was nominated, and before any case opens, read and accept what the panel keeps to itself.
desk-new = You are new here. These steps lead you in, at your own pace:
desk-new-sheet = Say on one sheet whom you know
desk-new-sheet-done = Done
desk-new-first = Open your first case below
desk-chairing = For the chair
desk-rulings = { $count ->
    [0] Interests: nothing waits for your ruling
    [one] Interests: one waits for your ruling
   *[other] Interests: { $count } wait for your ruling
}
desk-panel-progress = How far the panel is
desk-diagnostics = What the scores say of the panel
desk-diagnostics-of = What the scores say of the panel, { $category }
desk-sheet-text = Before cases are handed out, say on one sheet whom among the nominees, nominators and referees you know.
desk-blind = The cases of this season are read without names until the scores are locked, so there is no sheet of interests. If you recognise somebody in whom you have an interest, step out of that case.
desk-out = You are out of case { $number }.
desk-abstained = You have abstained from case { $number }.
desk-table = Your cases
desk-more = More
desk-pack = Read and score without a network
desk-practice = Try the practice case first
desk-practice-again = The practice case, with the panel’s answers
own-scores-title = How your own scores are spread
own-scores-text = Of your submitted scorecards. Only you see this, and nobody else’s scores are in it.
own-scores-criterion = Criterion
own-scores-mean = Mean
own-scores-point = Gave { $value }
desk-case = Case
desk-category = Category
desk-nominee = Nominee
desk-employer = Employer
desk-status = Status
desk-step-begin = To begin
desk-step-gate = Interest to declare
desk-step-wait = Waits for a ruling
desk-step-score = To score
desk-step-vote = To vote on
desk-step-go-on = Draft
desk-step-done = Submitted

## Confidentiality terms: judging/confidentiality and admin/confidentiality
confidentiality-title = Confidentiality terms
confidentiality-lede = What you read and what you discuss stays with the panel. No case opens before you accept.
confidentiality-none-title = Nothing to accept
confidentiality-none-text = None of your panels asks you to accept confidentiality terms.
confidentiality-version = Version { $number }, in force since { $at }
confidentiality-record = Your acceptance is recorded with this version and the time.
confidentiality-accept = I accept these terms
confidentiality-accepted = Your acceptance is recorded. Thank you.
confidentiality-accepted-at = You accepted this version at { $at }.
confidentiality-changed = A new version has come into force while you read. Please read this one.
confidentiality-read = Read the confidentiality terms
confidentiality-admin-title = Confidentiality terms
confidentiality-admin-lede = What everybody on the panel is asked to keep to themselves. Nobody sees a nominee’s name or a case before accepting it.
confidentiality-in-force = Version { $number } is in force
confidentiality-since = Since { $at }.
confidentiality-read-it = Read it
confidentiality-digest = Its digest (SHA-256):
confidentiality-who = Who has accepted
confidentiality-awaited = { $count ->
    [0] Everybody on the panel has accepted the version in force.
    [one] One person on the panel has yet to accept the version in force.
   *[other] { $count } people on the panel have yet to accept the version in force.
}
confidentiality-export = Download as CSV: who accepted which version, and when
confidentiality-sheet = The same as a spreadsheet
confidentiality-status = Version in force
confidentiality-yes = Accepted
confidentiality-not-yet = Not yet
confidentiality-left = Has left
confidentiality-before = Earlier versions
confidentiality-earlier-one = Version { $number }: { $at }
confidentiality-next = Write the next version
confidentiality-next-text = From the moment you save it, everybody on the panel is asked again, and no case opens to them until they accept. Scores that they have given stay as they are. The version before stays on record, word for word.
confidentiality-save-next = Bring this version into force
confidentiality-first = Write the first version
confidentiality-first-text = As soon as you save it, everybody on the panel is asked to accept it before any case opens to them. Check the suggestion below against what you agreed with your panel.
confidentiality-save-first = Bring it into force
confidentiality-body = Text
confidentiality-body-noun = the text
confidentiality-suggestion =
    ## What stays with the panel

    - Who was nominated, by whom, and what the nominations, references and evidence say.
    - What the panel discusses, who scored what, and the result, until it is announced.

    ## What you do with it

    - Read it to judge, and for nothing else.
    - Show it to nobody outside the panel and the award’s secretary, and put it into no other system, translation and writing tools on the internet included.
    - Delete or destroy your copies and notes when judging ends.

    ## If something goes wrong

    - Tell the award’s contact at once if papers or a device are lost, if somebody asks you about a case, or if you find that you have an interest in one.

    ## For how long

    - What is announced is public. Everything else stays confidential after the award is over.
confidentiality-written = The version is in force. Everybody on the panel is asked to accept it.
confidentiality-removed = The panel is no longer asked. What was accepted stays on record.
confidentiality-over = The panel has resolved: nothing more is asked of it.
confidentiality-stop = Stop asking for acceptance
confidentiality-stop-text = Cases then open without it. Every version and acceptance stays on record.
confidentiality-remove = Stop asking
confidentiality-earlier = Earlier versions
confidentiality-none-from = Version { $number }: nothing was asked any more from { $at }.

## judging/interests
gate-back = Your cases
gate-title = Do you have an interest in this case?
gate-waiting-title = Your interest waits for a ruling
gate-open-title = Your interest in this case
gate-out-title = You are out of case { $number }
gate-out-text = Nothing of it is shown to you.
gate-nominee = Nominee
gate-employer = Employer
gate-referees = { $count ->
    [one] Referee
   *[other] Referees
}
gate-nominators = { $count ->
    [one] Nominator
   *[other] Nominators
}
gate-of = , { $employer }
gate-text = The case opens when you have answered. What an interest leads to stands beside it.
gate-question = Your answer
gate-question-hint = Think of the nominee, the employer, the nominators and the referees.
gate-blind = This case is read without names until the scores are locked.
gate-blind-hint = As far as you know whom it concerns. If you recognise somebody later, you can still step out.
gate-none = I have no interest
gate-none-hint = The case opens now.
gate-declared = I have an interest
gate-declared-hint = The rules say what it leads to.
gate-unsure = I am not sure
gate-unsure-hint = Somebody without an interest rules on it. The case stays shut until then.
gate-kind = What the interest rests on
gate-kind-hint = Only if you have one.
gate-words = What whoever rules should know
gate-words-hint = If you have an interest or are not sure. Whoever rules sees it; other judges and the nominee’s employer do not.
gate-continue = Continue
gate-answer-missing = Say whether you have an interest
gate-kind-missing = Choose what the interest rests on
gate-words-noun = what whoever rules should know
gate-reason-noun = why you step out
gate-opened = You have declared no interest. The case is open.
gate-waits = Your interest will be ruled on. The case stays shut until then.
gate-stays = Your interest is on record. By the rules you may judge the case, and it is open.
gate-out-of-case = By the rules you are out of that case.
gate-out-of-category = By the rules you are out of every case of that category.
gate-still-title = Is your answer still so?
gate-still-text = You answered for this case on your sheet of interests. The case opens when you confirm that.
gate-still = Yes, that is still so: open the case
gate-changed = No, something has changed
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

## judging/pack
pack-title = Read and score without a network
pack-lede = { $count ->
    [one] One case is open to you.
   *[other] { $count } cases are open to you.
} A case whose question of interests you have not answered is not among them.
pack-care = Confidential: for the judge only. Delete or destroy it when judging ends.
pack-cases = The cases in large print, ready to be printed (HTML)
pack-scores = The score form, a row for each case (CSV)
pack-back-title = Bring a filled form back
pack-back-text = Write points in the columns of the criteria, and comments if you wish. Leave the columns “reference” and “version” as they are. What you bring back is kept as drafts: submit each scorecard on its page.
pack-file = The filled score form
pack-file-hint = A CSV file of at most 1 MB.
pack-take = Read it
pack-taken = { $count ->
    [0] Nothing in the form was new.
    [one] One scorecard is kept as a draft. Submit it on its page when you have finished.
   *[other] { $count } scorecards are kept as drafts. Submit each on its page when you have finished.
}
pack-too-large = The file must weigh 1 MB or less
pack-not-text = The file is not a CSV file in UTF-8: save it as “CSV UTF-8”
pack-empty = Choose the filled score form
pack-open-quote = A quotation mark in the file is never closed
pack-columns-missing = The first line must name the columns of the score form; it lacks { $columns }
pack-line = Line { $line }: { $fault }
pack-unknown-case = The reference is of no case that is open to you
pack-row-twice = Case { $number } stands in the file twice
pack-row-shut = The scorecard of case { $number } is submitted or shut: change it on its page
pack-clash-title = Some scorecards were changed since the form was made
pack-clash-lede = Nothing of the form is kept yet. Choose for each case.
pack-clash-choice = Which is to be kept for { $case }
pack-clash-keep = What is kept now
pack-clash-form = What the form says
pack-clash-save = Keep what I chose, and the rest of the form
pack-file-title = Cases: { $season }
pack-file-of = For { $judge }
pack-file-form = Scores for { $case }

## judging/practice
practice-title = Practice case
practice-lede = An invented example, to be scored like a real one. Nothing of it is kept or counted, and nobody sees what you give it.
practice-scorecard = Your practice scorecard
practice-compare = Compare with the panel
practice-answers = The panel’s answers
practice-answers-text = Yours need not be the same. Read why the panel gives what it gives, and keep to that on real cases.
practice-criterion = Criterion
practice-yours = You
practice-panels = Panel
practice-reason = Why
practice-to-desk = Go to your cases
practice-again = Try it again

## judging/note/view.rs
note-back = Back to { $nominee }

## judging/scorecards/abstention.rs
abstention-title = Abstain from this case
abstention-text = The case leaves your desk for good and your scores for it do not count. If you have an interest in it, say so instead: then nobody shows you any more of it.
abstention-reason = Why you cannot score it
abstention-reason-hint = The administrator and the chair read it. Leave out health, family and discipline.
abstention-noun = why you cannot score it
abstention-abstain = Abstain
abstention-done = You have abstained from case { $number }.

## judging/enquiries.rs
enquiry-title = Ask the secretary about this case
enquiry-text = Every judge of the case reads your question once it is answered, and the answer; they are not told who asked.
enquiry-question = Your question
enquiry-question-hint = The nominee may be able to see it. Leave out health, family and discipline.
enquiry-noun = your question
enquiry-ask = Send the question
enquiry-sent = Your question is with the secretary. The answer appears here, and you hear of it by letter.

## shown/enquiry.rs
enquiry-own = You asked
enquiry-of-a-judge = A judge asked
enquiry-answered = Answered { $at }
enquiry-waits = Not answered yet.

## judging/scorecards
scorecard-enquiries = { $count ->
    [one] One question to the secretary
   *[other] { $count } questions to the secretary
}
others-title = What the others gave
others-text = Scorecards that are in, the highest total first. Nobody is named.
others-none = No other scorecard of this case is in yet.
others-scorecard = Scorecard
others-total = Total
others-comment = Scorecard { $number } says to the panel
scorecard-enquire = Ask the secretary about this case
scorecard-abstain = Abstain from this case
scorecard-abstained = You have abstained from this case.
scorecard-back = Your cases
scorecard-title = Your scorecard
scorecard-to-scores = Go to the scores
scorecard-to-scores-short = Scores
scorecard-scored = { $done } of { $of } scored
scorecard-previous = Previous: case { $number }
scorecard-next = Next: case { $number }
scorecard-weight = Counts { $share }%.
scorecard-total = Your weighted total: { $total }%
scorecard-comment = Comment for the panel
scorecard-comment-hint = The panel reads it, and the nominee may be able to see it. Leave out health, family and discipline.
scorecard-comment-noun = the comment for the panel
scorecard-strongest = For the nominee: what was strongest
scorecard-strongest-noun = what was strongest
scorecard-would-have-helped = For the nominee: what would have helped
scorecard-would-have-helped-noun = what would have helped
scorecard-nominee-hint = The nominee may be able to see it. Leave out health, family and discipline.
scorecard-submit = Submit scores
scorecard-save = Save and go back
scorecard-saved = Your scores are saved. Submit them when you have finished.
scorecard-submitted = Your scores for case { $number } are submitted. { $left ->
    [0] Nothing else is left to score now.
    [one] One case is left.
   *[other] { $left } cases are left.
}
scorecard-reopened = You can change your scores. They do not count until you submit them again.
scorecard-score-missing = Choose a score for { $criterion }
scorecard-unknown-criterion = One of the scores sent is for a criterion that this season does not have
scorecard-stale-title = This scorecard was changed in another window or on another device
scorecard-stale-text = What you typed here is in the form below. Save or submit it to replace what is kept.
scorecard-stale-choose = What you typed here is still in the form. Choose which of the two is to be kept.
scorecard-stale-use-typed = Keep what is typed here
scorecard-stale-kept = Kept
scorecard-stale-typed = Typed here
scorecard-stale-use-kept = Use what is kept
scorecard-nothing = Nothing yet
scorecard-submitted-at = You submitted it at { $at }.
scorecard-reopen = Change my scores
scorecard-reopen-text = It counts as it is. If you change it, it does not count until you submit it again.
scorecard-interest-since = I have found an interest since
scorecard-locked = Scorecards are locked for the panel’s deliberation.
scorecard-not-judging = Judging is not open, so nothing can be scored now.
scorecard-not-yours = This case is no longer yours to score.

## judging/scorecards/view/keys.rs
keys-open = Keys
keys-title = Scoring by keyboard
keys-when = These keys work while you are not typing in a box. You never need them.
keys-digits = Give the marked criterion that point and go on
keys-enter = Go on, once the marked criterion has a score
keys-move = Next criterion, the one before
keys-comment = Write the comment for the panel
keys-cases = Next case, the case before
keys-submit = Submit, also while you type
keys-list = This list
keys-close-key = Close this list
keys-on = Use these keys on this device
keys-close = Close
keys-desk = The next case

## judging/scorecards/views/reading.rs

reading-first = { $count ->
    [one] Every judge reads every finalist before they score any. One is left for you.
   *[other] Every judge reads every finalist before they score any. { $count } are left for you.
}
reading-confirm = I have read this case
reading-confirmed = Noted: you have read this case.
reading-this-is = You have read this one.
reading-left = Left to read:
reading-case = Case { $number }
reading-appointment = When and where:

## judging/scorecards/vote.rs

sift-title = Does it go on?
sift-reason = Why
sift-reason-hint = Needed if you are unsure. The nominee may be able to see it.
sift-reason-noun = why you are unsure
sift-pass = Pass
sift-fail = Fail
sift-unsure = Unsure
sift-vote = Your vote
sift-reopen = Change my vote
sift-key-unsure = Unsure: first say why, then press the button
sift-vote-missing = Choose pass, fail or unsure
sift-stale = Another window of yours has kept something for this case meanwhile. Vote again, and this vote counts.
sift-voted = Your vote on case { $number } is in. { $left ->
    [0] Nothing else is left now.
    [one] One case is left.
   *[other] { $left } cases are left.
}

## shown/case.rs
case-place = Case { $number } · { $done } of { $of } scored
case-claim = What changed ({ $number })
case-claim-before = Before
case-claim-after = After
case-claim-when = When
case-claim-from-to = { $from } to { $to }
case-claim-since = Since { $from }
case-claim-shown-by = What shows it
case-nominators = Who nominated
case-relationship = knows the nominee as { $relationship }
case-spoken-by = { $name } writes:
case-spoken-by-nobody = Nomination { $number }:
case-without-names = Case { $number }
case-blind = You read this case without names until the scores are locked. Answers stand as they were written. If you recognise somebody in whom you have an interest, step out.
case-no-answer = No answer
case-not-for-publication = Not for publication

## admin/more.rs
more-title = More
more-link = More: what else this season can do
more-lede = A small award needs none of this. Each part stays out of sight until you switch it on.
more-on = On
more-off = Off
more-assignment = Give each case to some judges only
more-assignment-text = For when there are more cases than everybody can read: reviews per case, loads, expertise and conflicts, planned for you and changed by hand.
more-stages = Judge in more than one stage
more-stages-text = A quick sift of pass and fail before the scoring, an interview of the finalists after it, each with its own judges.
more-confidentiality = Have the panel accept confidentiality terms
more-confidentiality-text = A text that everybody on the panel accepts before any case opens to them, with who accepted which version and when.
more-biographies = Show who judges
more-biographies-text = A short public biography of everybody on the panel who agrees to it, on the programme’s page.
more-reminding = Remind judges without being asked
more-reminding-text = On days before the due date that you choose, judges with cases left get a letter. It is set at the foot of the page on progress.

## shown/stages.rs

stage-sift = Sift
stage-scoring = Scoring
stage-interview = Interview
stage-sift-text = { $votes ->
    [one] A judge says of every case whether it passes or fails, or that they are unsure and why.
   *[other] { $votes } judges or more say of every case whether it passes or fails, or that they are unsure and why.
}
stage-sift-majority = A case passes with more passes than fails; where the votes do not settle it, it is decided with a reason.
stage-sift-any-pass = One pass is enough; where the votes do not settle it, it is decided with a reason.
stage-scoring-text = The cases that passed are scored by the award’s criteria. Nothing of the sift counts in the scores.
stage-scoring-late = A case that is found eligible after the sift is scored without it.
stage-interview-late = Once the interview has begun, a case that is found eligible comes too late to be judged.
stage-scoring-only = Every case is scored by the award’s criteria, and the shortlist is made from the scores.
stage-interview-text = The finalists are met and scored by the criteria of the interview; each needs { $quorum ->
    [one] one scorecard
   *[other] { $quorum } scorecards
}. Every judge of the interview reads every finalist first.
stage-interview-equal = The finalists start again as equals: only the scores of the interview count.
stage-interview-carried = { $part } of each finalist’s total comes from the scoring, the rest from the interview.

## admin/stages.rs

stages-title = Stages
stages-lede = Most seasons have one stage, the scoring. A sift may come before it, in which judges say quickly which cases are worth scoring, and an interview of the finalists after it.
stages-none = This season has one stage, the scoring.
stages-what = What each stage is
stages-set = The stages are set. A later version of the rules can change the criteria of each, and not the stages themselves.
stages-on-now = On now
stages-sift-text = Judges read each case and press pass, fail or unsure. You then confirm who goes on, with the votes before you.
stages-sift-on = Begin with a sift
stages-votes = Votes that a case needs
stages-votes-hint = A case with fewer is decided by you, with a reason.
stages-votes-noun = how many votes a case needs
stages-decides = What lets a case pass
stages-decides-noun = what lets a case pass
stages-decides-majority = More passes than fails
stages-decides-any-pass = One pass
stages-guidance = What a case must show to pass
stages-guidance-hint = Judges read it beside every case, and it is published with the rules.
stages-guidance-noun = what a case must show to pass
stages-interview-text = The finalists of the shortlist are met after the scoring and scored by criteria of their own. Every judge reads every finalist before they score any.
stages-interview-on = Interview the finalists
stages-scorecards = Scorecards that a finalist needs
stages-scorecards-noun = how many scorecards a finalist needs
stages-carried = How much the scoring still counts
stages-carried-hint = At 0 the finalists start again as equals.
stages-carried-noun = how much the scoring still counts
stages-interview-criteria = The criteria of the interview
stages-reading = Who has read whom
stages-all-read = Every judge of the interview has read every finalist.
stages-unread = These judges cannot score any finalist until they have read all of theirs:
stages-unread-judge = { $name }: cases { $cases }
stages-appointments = When and where
stages-appointment = Case { $number }, { $nominee }
stages-appointment-noun = when and where
stages-appointments-save = Save when and where
stages-appointments-saved = Saved. Judges see it beside the case.
stages-save = Save the stages
stages-saved = The stages are saved.
stages-judges = Who judges in which stage
stages-judges-text = Untick a stage for somebody who does not judge in it. What lies on a desk already stays there.
stages-judges-save = Save who judges
stages-judges-saved = Saved. Whoever judges in the stage that is on has its cases on their desk.
stages-go-on = Go on to the stage “{ $stage }”
stages-gone-on = The season is in the stage “{ $stage }” now.
stages-go-back = Go back to the stage “{ $stage }”
stages-go-back-text = Every case is where it was, with its votes. It is possible until a judge has put something down in this stage.
stages-gone-back = The season is back in the stage “{ $stage }”.
stages-reason = Reason
stages-reason-hint = Needed where you decide otherwise than the votes, or where they settle nothing. It is kept with the cases that do not go on.
stages-stay = Stay in this stage
stages-next-lede-sift = The boxes are ticked as the votes would have it. Cases that do not go on are “not shortlisted”; nobody outside hears of it before the announcement. You can go back until a judge has begun the next stage.
stages-next-lede-scoring = The finalists go on to be interviewed; everybody else stays as the shortlist has them. Take care that the shortlist is what you want: from here on only a reserve can move up. You can go back until a judge has read or scored anything.
stages-stale = Votes or cases have changed since you saw this page. Look again, and confirm once more.
stages-planned = Who judges what is planned in this season: make and publish the plan for the next stage, so that its cases come on desks.
stages-nobody-title = No cases
stages-nobody-text = No case takes part in this stage.
stages-short = { $count ->
    [one] One case has fewer than { $quorum }.
   *[other] { $count } cases have fewer than { $quorum }.
}
stages-owing = What these judges have not done is lost once you go on:
stages-owing-votes = { $name }: { $count ->
    [one] one vote
   *[other] { $count } votes
}
stages-cases = Cases of this stage
stages-goes-on = Goes on
stages-tick = { $nominee } goes on
stages-on = Goes on
stages-out = Does not
stages-verdict = By the votes
stages-verdict-pass = Pass
stages-verdict-fail = Fail
stages-verdict-open = Not settled
stages-verdict-short = Too few votes
stages-passes = Pass
stages-fails = Fail
stages-unsure = Unsure

## admin/assignment.rs
assignment-title = Who judges what
assignment-off-lede = Every judge reads every case. Switch this on if there are more cases than that allows: each case then goes to some of the judges, and no judge sees anything of it until you publish.
assignment-lede = Each case goes to some of the judges. What is proposed is seen by nobody but administrators until it is published.
assignment-options = What is asked of the plan
assignment-reviews = Judges for each case
assignment-reviews-hint = Not fewer than the quorum: a case with fewer scorecards is not ranked.
assignment-reviews-noun = the judges for each case
assignment-least = Cases for each judge, at least
assignment-least-noun = the least number of cases
assignment-most = Cases for each judge, at most
assignment-most-hint = A judge can have bounds of their own.
assignment-most-noun = the greatest number of cases
assignment-experts = Experts for each case, at least
assignment-experts-hint = Who is an expert on what comes with the file of matches.
assignment-experts-noun = the experts for each case
assignment-cap = Judges of one organisation for each case, at most
assignment-cap-hint = Leave it empty for no such bound. Judges never get a case from their own organisation.
assignment-cap-noun = the judges of one organisation
assignment-chance = Chance
assignment-chance-hint = How far chance may go against the best match, so that nobody can tell beforehand who judges what. 0 is the best match alone.
assignment-chance-noun = the chance
assignment-seed = Seed
assignment-seed-hint = Any word or number. The same seed and the same judges and cases give the same plan, so that it can be found again.
assignment-seed-noun = the seed
assignment-keeps = A new plan keeps what is published, begun or not
assignment-save = Save
assignment-switch-on = Switch it on
assignment-saved = What is asked of the plan is saved.
assignment-switch-off = Let everybody read everything
assignment-switch-off-text = What is proposed, the judges’ own bounds and the matches are forgotten. It can be done until judging begins.
assignment-removed = Every judge reads every case again.
assignment-not-yet = A plan can be made from the close of nominations until the deliberation.
assignment-nothing = There is nothing to plan yet: it takes eligible cases whose nominees have accepted, and judges who have accepted.
assignment-propose = Make a plan
assignment-propose-again = Plan the rest anew
assignment-proposed = The plan is made. No judge sees it until you publish it.
assignment-count-readings = readings in all
assignment-count-proposed = proposed, not published
assignment-count-missing = cases with too few judges
assignment-count-loads = cases for each judge
assignment-count-match = match in all
assignment-planned-at = Planned { $at }.
assignment-best = It is proven to be the best possible, chance aside.
assignment-gap = It falls short of the best possible by at most { $gap }.
assignment-joined = { $count ->
    [one] One exchange joined parts that no judge linked; it cost { $cost } of match.
   *[other] { $count } exchanges joined parts that no judge linked; they cost { $cost } of match.
}
assignment-withdraws = { $count ->
    [one] One case that is not begun goes from its judge’s desk to another’s.
   *[other] { $count } cases that are not begun go from their judges’ desks to others’.
}
assignment-parts = The plan falls into { $count } parts that no judge links: cases of different parts cannot be compared. Give a judge of one part a case of another.
assignment-connected = Every case is linked with every other by judges who read both or others between them, so all can be compared.
assignment-organisation = Organisation
assignment-organisation-noun = the organisation
assignment-load = Cases
assignment-load-of = { $load } ({ $least } to { $most })
assignment-load-most = { $load } of { $most }
assignment-match = Match
assignment-readers = Judges
assignment-missing = { $count ->
    [one] 1 judge too few
   *[other] { $count } judges too few
}
assignment-hold-proposed = Proposed
assignment-hold-by-hand = Set by hand
assignment-hold-published = Published
assignment-hold-begun = Begun or done
assignment-publish = Publish the plan
assignment-publish-now = { $count ->
    [one] Publish one case for a judge
   *[other] Publish { $count } readings
}
assignment-publish-gives = { $count ->
    [one] One reading is laid on a judge’s desk.
   *[other] { $count } readings are laid on the judges’ desks.
}
assignment-publish-short = { $count ->
    [one] One case has fewer judges than you asked for.
   *[other] { $count } cases have fewer judges than you asked for.
}
assignment-publish-checked = Each is checked once more: whoever has declared an interest since is not given the case. Judges answer the question of interests before a case opens. Each judge who is given a case is told by letter how many there are; no letter names a nominee.
assignment-publish-nothing = Nothing is proposed. Make a plan first.
assignment-publish-later = Judging has not begun. The plan is published when it does.
assignment-published = { $count ->
    [one] One reading is on a desk now.
   *[other] { $count } readings are on desks now.
} { $withdrawn ->
    [0] { "" }
    [one] One was taken off another desk.
   *[other] { $withdrawn } were taken off other desks.
} { $dropped ->
    [0] { "" }
    [one] One was dropped, because something stands against it since; plan the rest anew.
   *[other] { $dropped } were dropped, because something stands against them since; plan the rest anew.
}
assignment-impossible-title = No plan is possible
assignment-because-fixed = What stays as it is comes to more than cases need or judges take.
assignment-because-least = The judges’ least numbers of cases sum to more than all cases need.
assignment-because-loads = The judges’ bounds and conflicts leave some cases without enough judges.
assignment-because-experts = There are too few experts.
assignment-because-cap = The bound on judges of one organisation leaves some cases without enough judges.
assignment-needed = { $needed } readings are needed, and the judges can give { $offered }.
assignment-short-cases = { $count ->
    [one] The case that is short
   *[other] { $count } cases that are short
}
assignment-competing = { $count ->
    [one] The case that the proof is about
   *[other] { $count } cases that compete for the same judges
}
assignment-competing-text = One by one others could be short in their place. All together they need more than the judges below can give.
assignment-bound-cases = { $count ->
    [one] The one case that they may read
   *[other] { $count } cases are all that they may read
}
assignment-bound-text = These need fewer readings than those judges must make at least.
assignment-already-judges = { $count ->
    [one] One judge reads already every one of these cases that they may
   *[other] { $count } judges read already every one of these cases that they may
}
assignment-bound-judges = { $count ->
    [one] The judge whose least number of cases is too high
   *[other] { $count } judges whose least numbers of cases are too high together
}
assignment-possible-short = { $count ->
    [one] At least one more reading has to be found for these cases
   *[other] At least { $count } more readings have to be found for these cases
}: more room for a judge who may read them, another judge, a conflict fewer, or fewer judges for each.
assignment-possible-none = { $count ->
    [one] At least one more reading has to be found for these cases
   *[other] At least { $count } more readings have to be found for these cases
}, and nobody on the panel is left for them: another judge, a conflict fewer, or fewer judges for each. More room for those who are there changes nothing.
assignment-possible-idle = { $count ->
    [one] The least numbers of these judges have to come down by at least one
   *[other] The least numbers of these judges have to come down by at least { $count } together
}, or they must be let read other cases.
assignment-possible-least = { $count ->
    [one] The least numbers of cases have to come down by at least one
   *[other] The least numbers of cases have to come down by at least { $count } together
}, or each case be given more judges.
assignment-possible-fixed = Some of what was given by hand has to be taken off, or a bound raised to what is given.
assignment-possible-experts = Ask for fewer experts on each case, or say of more judges that they are experts.
assignment-possible-cap = Allow more judges of one organisation, or invite some of others.
assignment-full-judges = { $count ->
    [one] The one judge who may read them has no room left
   *[other] { $count } judges who may read them have no room left
}
assignment-idle-judges = { $count ->
    [one] The judge under their least
   *[other] { $count } judges under their least
}
assignment-too-few = { $count ->
    [one] 1 case too few
   *[other] { $count } cases too few
}
assignment-conflicts = { $count ->
    [one] The conflict in the way
   *[other] { $count } conflicts in the way
}
assignment-ways-out = Ways out
assignment-way-options = Ask for fewer judges for each case, or raise the most for everybody
assignment-way-loads = Change the bounds of single judges
assignment-way-invite = Invite more judges
assignment-way-rule = Rule on the interests that wait
assignment-impossible-kept = Nothing was changed: what was proposed before is still there.
assignment-judges-title = Judges’ own bounds
assignment-judges-lede = Leave a bound empty where everybody’s holds: { $least } to { $most } cases. The organisation keeps a judge from cases of their own, and counts for the bound on judges of one organisation.
assignment-own-least = At least
assignment-own-least-noun = the least number of cases
assignment-own-most = At most
assignment-own-most-noun = the greatest number of cases
assignment-judges-saved = The judges’ bounds are saved.
assignment-matches-title = Matches
assignment-matches-lede = How well each judge suits each case, from a CSV file with a line for each pair that you know of. A pair that is not named has a match of 0.
assignment-matches-there = There are matches. A new file replaces all of them.
assignment-matches-none = There are none yet, so every judge suits every case alike.
assignment-matches-file = CSV file
assignment-matches-hint = With the names of the columns in its first line; commas, semicolons or tabs between them.
assignment-matches-take = Take this file
assignment-matches-saved = { $count ->
    [one] One match is saved.
   *[other] { $count } matches are saved.
}
assignment-column-judge = the judge’s email address
assignment-column-case = the case’s number
assignment-column-score = a whole number from 0 to { $most }; more is better
assignment-column-expert = yes or no; it may be left out
assignment-column-category = the category’s name; only where there are several
assignment-wrong-empty = Choose a file that has something in it
assignment-wrong-large = The file is too large
assignment-wrong-csv = The file could not be read as CSV in UTF-8
assignment-wrong-column = the column { $column } is missing.
assignment-wrong-judge = no judge has this address.
assignment-wrong-case = no case has this number.
assignment-wrong-score = the score is no whole number in the range.
assignment-wrong-expert = expert is neither yes nor no.
assignment-wrong-twice = this judge and case were given before.
assignment-wrong-line = Line { $line }: { $what }
assignment-wrong-more = { $count ->
    [one] One more line is wrong.
   *[other] { $count } more lines are wrong.
}
assignment-case-title = Who judges case { $number }, { $nominee }
assignment-case-see = See the case
assignment-nobody = Nobody yet.
assignment-change = Change
assignment-changed = It is changed.
assignment-stale = Somebody changed the plan meanwhile. Look again, and press the button once more.
assignment-instead-of = Instead of { $name }
assignment-ask = Ask { $name } for one more scorecard
assignment-ask-reason = One more scorecard: the case is too close to the cut to separate.
assignment-one-more = One more judge
assignment-choices = Judges who could
assignment-choices-text = With what each choice changes in the sum of matches. Whoever has an interest, works for the same organisation or gave the case up is not among them.
assignment-no-choice = There is no other judge who could.
assignment-difference = Difference
assignment-full = Has the most already
assignment-breaks-cap = Too many of one organisation
assignment-give = Give it to { $name }
assignment-exchange = Exchange with { $name } for case { $number } ({ $difference })
assignment-take-off = Take it off { $name }
assignment-reason = Reason
assignment-reason-hint = The case is on desks already, so the change happens at once and is recorded with its reason.

## admin/progress.rs
progress-title = Progress
progress-judges = Invite or remove judges
progress-due = Scores are due by { $at }.
progress-due-in-sift = Votes are due by { $at }.
progress-overdue = Scores were due by { $at }, and some are missing.
progress-overdue-in-sift = Votes were due by { $at }, and some are missing.
progress-of = { $done } of { $of } scored
progress-of-in-sift = { $done } of { $of } voted on
progress-empty-title = Nothing is with the judges yet
progress-empty-text = Once judging begins, this page shows how far every judge and every case is.
progress-count-done = { $count ->
    [one] scorecard in
   *[other] scorecards in
}
progress-count-done-in-sift = { $count ->
    [one] vote in
   *[other] votes in
}
progress-count-left-in-sift = { $count ->
    [one] vote to come
   *[other] votes to come
}
progress-count-left = { $count ->
    [one] scorecard to come
   *[other] scorecards to come
}
progress-count-waiting = { $count ->
    [one] waits for a ruling
   *[other] wait for a ruling
}
progress-count-quorum = { $count ->
    [one] case with its quorum
   *[other] cases with their quorum
}
progress-count-short = { $count ->
    [one] case short of it
   *[other] cases short of it
}
progress-impossible = { $count ->
    [one] One case cannot reach its quorum of { $quorum } with the judges that it has.
   *[other] { $count } cases cannot reach their quorum of { $quorum } with the judges that they have.
}
progress-way-out = They stand first below. Another judge who has no interest in them puts it right.
progress-ask-administrator = Ask an administrator to invite one.
progress-chair-note = No score is shown here. Cases in which you have an interest are in none of these counts.
progress-invite = Invite a judge
progress-by-judge = By judge
progress-by-case = By case
progress-choose = Choose
progress-tick = Choose { $name }
progress-remind-ticked = Remind those ticked
progress-remind-all = { $count ->
    [one] Remind the one who has cases left
   *[other] Remind all { $count } who have cases left
}
progress-done = Done
progress-begun = Begun
progress-not-begun = Not begun
progress-waiting = Waiting for a ruling
progress-out = Out
progress-left = Cases left
progress-active = Last active
progress-never = Never
progress-reminded-at = Last reminded
progress-quorum = Quorum of { $quorum }
progress-reached = Reached
progress-short = { $count ->
    [one] 1 more needed
   *[other] { $count } more needed
}
progress-hanging = { $count ->
    [one] 1 more needed, needs a ruling
   *[other] { $count } more needed, needs a ruling
}
progress-lacking = { $count ->
    [one] Impossible: 1 judge too few
   *[other] Impossible: { $count } judges too few
}
progress-days = Days before the due date
progress-days-hint = Up to three, such as 7, 1. Leave it empty for none.
progress-days-noun = the days before the due date
progress-days-save = Save
progress-days-on = Judges with cases left are reminded by themselves: { $days } days before the due date
progress-days-none = Judges are not reminded by themselves
progress-days-set = Judges who still have cases left on those days will be reminded.
progress-days-off = Judges are not reminded by themselves any more.
progress-remind-title = Remind judges
progress-remind-lede = Each gets a letter that says how many cases are left for them and until when. It speaks of no case that they are out of, and is not sent to anybody who finishes first. A letter cannot be called back.
progress-remind-now = { $count ->
    [one] Send the reminder
   *[other] Send { $count } reminders
}
progress-remind-none-title = Nobody to remind
progress-remind-none-text = Go back and tick somebody who has cases left.
progress-reminded = { $count ->
    [0] Nobody was written to: nothing is left that they could do.
    [one] One reminder is on its way.
   *[other] { $count } reminders are on their way.
}

## admin/judges
judges-title = The panel
judges-how-far = Progress by judge and case
judges-interests = Interests of judges
judges-waiting = { $count ->
    [one] One case waits for a ruling
   *[other] { $count } cases wait for a ruling
}
judges-empty-title = Nobody is on the panel yet
judges-empty-text = Invite the first one below. Three or more are needed for the usual quorum.
judges-show = Show
judges-everybody = Everybody
judges-part-not-begun = Nothing submitted yet
judges-part-unfinished = Some left
judges-part-finished = Nothing left
judges-part-attending = On the panel, without scoring
judges-part-invited = Invited
judges-part-declined = Declined
judges-part-ended = Removed
judges-none-title = Nobody here
judges-none-text = No judge of this season is in this state. “Show all” lists everybody.
judges-judge = Name
judges-role = What they are on the panel
judges-role-head = Role
judges-role-noun = what they are on the panel
judges-role-link = Change role
judges-role-title = Change what { $name } is on the panel
judges-role-loses = As chair, deputy or judge they score every case. As secretary or observer they score none, and their desk is closed:
judges-role-gains = As chair, deputy or judge they find every case on their desk, now or when judging begins.
judges-role-gains-planned = As chair, deputy or judge they find their cases on their desk once you publish the next plan.
judges-role-change = Change the role
judges-role-keep = Keep the role
judges-role-changed = The role of { $name } is changed.
judges-cases = Cases to read
judges-cases-hint = As far as is known; an estimate is better than nothing. Leave it empty for somebody who scores none.
judges-cases-noun = the number of cases
judges-minutes = Minutes for each
judges-minutes-noun = the minutes for each case
judges-answer = To be answered by
judges-answer-past = The answer must be due later than now
judges-unanswered = No answer
judges-asked-at = Asked { $at }.
judges-answer-due = To be answered by { $at }.
judges-suspended = Suspended
judges-remind-invited = Send all { $count } unanswered invitations again
judges-all-invited = { $count ->
    [0] No invitation waits for an answer.
    [one] The invitation is on its way again.
   *[other] { $count } invitations are on their way again.
}
judges-suspend-link = Suspend
judges-suspend = Suspend
judges-suspension-title = Suspend { $name }?
judges-suspension-text = A suspension is for cause, and for good: their desk is closed at once, and they cannot be asked again in this season. Whoever only has no time is removed instead. If their scorecards count:
judges-suspension-done = { $name } is suspended.
judges-submitted = Scorecards of theirs that are in
judges-submitted-noun = what becomes of the scorecards
judges-submitted-counts = Stay and count
judges-submitted-set-aside = Are set aside
judges-submitted-set-aside-hint = { $count ->
    [0] Every case that can reach its quorum keeps it.
    [one] One case would then fall below its quorum.
   *[other] { $count } cases would then fall below their quorum.
}
judges-second-chair = The panel has a chair already. Give the chair another role first.
judges-attending = On the panel
judges-quorum-kept = Every case keeps its quorum.
judges-quorum-lost = { $count ->
    [one] One case can no longer reach its quorum. Ask somebody else to judge, or it stays unranked:
   *[other] { $count } cases can no longer reach their quorum. Ask somebody else to judge, or they stay unranked:
}
judges-quorum-case = Case { $number }: { $nominee }
judges-status = Status
judges-progress = Progress
judges-out = Recused from
judges-actions = Actions
judges-invited-status = Invited
judges-active = Judging
judges-joined = Joined
judges-past = Was on the panel
judges-declined = Declined
judges-ended = Removed
judges-done = { $done } of { $of } scored
judges-send-again = Send the invitation again
judges-remind = Remind
judges-remove = Remove
judges-late-title = Judging has begun. What it means if { $name } accepts
judges-late-reads = { $count ->
    [one] One case is laid on their desk at once, and they are asked about interests first.
   *[other] { $count } cases are laid on their desk at once, and they are asked about interests first.
}
judges-late-due = Their scores are due like everybody’s, by { $at }.
judges-late-counts = What they submit counts in every case as each judge’s does; a case that has its scorecards can still move.
judges-late-planned = No case is laid on their desk until you publish the next plan. What others have begun stays as it is.
judges-late-rescues = { $count ->
    [0] No case depends on them for its quorum of { $quorum }.
    [one] One case that cannot reach its quorum of { $quorum } could then reach it.
   *[other] { $count } cases that cannot reach their quorum of { $quorum } could then reach it.
}
judges-late-short = { $count ->
    [0] No case stays short of it.
    [one] One case stays short of it even then.
   *[other] { $count } cases stay short of it even then.
}
judges-late-record = That they were asked during judging goes on record.
judges-keep = Keep them on the panel
judges-invite-title = Invite somebody to the panel
judges-invite-text = A letter asks them, with the role, the dates and the load below. When somebody accepts who scores, every case is laid on their desk, now or when judging begins.
judges-invite-planned = A letter asks them, with the role, the dates and the load below. Whoever accepts and scores gets no case by itself: this season gives cases out by a plan, and the next plan that you publish has theirs.
judges-invite-reminded = Whoever does not answer is sent the letter again by itself after { $days } days, { $times } times at most, and not after the answer was due.
judges-name = Name
judges-name-noun = the person’s name
judges-email = Email address
judges-email-noun = the person’s email address
judges-invite = Send the invitation
judges-reminded = The reminder to { $name } is on its way.
judges-removed = { $name } is no longer on this season’s panel.
judges-removal-title = Remove { $name }?
judges-removal-text = They can no longer open anything of this season. You can invite them again, and they go on where they were.
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

## admin/practice
practice-admin-title = Practice case
practice-admin-lede = A worked example that each judge can score before the first real case, with the panel’s answers shown afterwards. It is kept out of every count, ranking and file.
practice-nominee = Whom it is about
practice-nominee-hint = Somebody who does not exist, and says so.
practice-nominee-noun = whom it is about
practice-content = What is read
practice-content-noun = what is read
practice-panel-answers = The panel’s answers
practice-score = Score for { $criterion }
practice-no-score = Choose a score
practice-why = Why { $criterion } gets that
practice-reason-noun = why
practice-save = Save
practice-saved = The practice case is saved. Judges see it on their desk.
practice-remove = Remove the practice case
practice-removed = There is no practice case now.
practice-over = Judging is over, so the practice case stays as it is.

## judging/panels
panels-title = Your panel
panels-empty-title = You sit on no panel now
panels-empty-text = When a panel that you sit on has a season, it is shown here.
panels-role = Your role
panels-role-head = Role
panels-judging-ends = Scorecards are due
panels-judging-ends-sift = Votes and scorecards are due
panels-judging-ends-interview = Scorecards of the interview are due
panels-meeting = The panel decides
panels-announcement = The result is announced
panels-members = Who is on the panel
panels-name = Name
panels-to-desk = Go to your cases
reopenings-title = Open a scorecard again
reopenings-lede = Scorecards of others in the cases in which you preside. As long as judging goes on, judges take back their own until it is locked; what was locked, you open again here.
reopenings-empty-title = No scorecard is in
reopenings-empty-text = When one is, it stands here.
reopenings-judge = Judge
reopenings-submitted = Submitted
reopenings-in = In
reopenings-locked = Locked
reopenings-action = Action
reopening-title = Open this scorecard again
reopening-text = { $judge } is told by letter. The scorecard does not count until it is submitted once more, and every change goes on record with both values.
reopening-reason = Why
reopening-reason-hint = It goes on record with your name, and the judge reads it in the letter.
reopening-reason-noun = why it is opened again
reopening-open = Open it again
reopening-done = The scorecard of case { $number } is open again, and its judge is told.

## admin/enquiries
enquiries-title = Questions from judges
enquiries-back = Judges
enquiries-lede = Every judge of the case reads the answer, except those who are out of it. They are not told who asked.
enquiries-empty-title = No questions
enquiries-empty-text = What a judge asks about a case appears here.
enquiries-counts = { $count ->
    [one] One question
   *[other] { $count } questions
}, of which { $waiting ->
    [0] none waits for an answer.
    [one] one waits for an answer.
   *[other] { $waiting } wait for an answer.
}
enquiries-state = State
enquiries-every-state = Every question
enquiries-state-waiting = Waiting
enquiries-state-answered = Answered
enquiries-none-title = No question is in this state
enquiries-none-text = “Show all” lists all of them.
enquiries-asked = { $judge } asked { $at }
enquiries-answer = Answer
enquiries-answer-title = Answer a judge’s question
enquiries-answer-label = Your answer
enquiries-answer-hint = The nominee may be able to see it. It cannot be changed once it is sent.
enquiries-send = Send the answer
enquiries-answered-now = The answer is on the case’s page, and its judges are told by letter.
enquiry-answer-noun = your answer

## admin/judges/abstentions.rs
judges-enquiries = { $count ->
    [0] Questions from judges
    [one] Questions from judges (one waits)
   *[other] Questions from judges ({ $count } wait)
}
judges-abstentions = Abstentions
judges-abstention-case = Case
judges-abstention-reason = Reason
judges-abstention-when = When

## admin/interests
interests-title = Interests
interests-lede = Whoever declares an interest that is ruled on by hand, or is unsure, does not see the case until it is ruled on.
interests-back = The panel
interests-not-answered = Not answered yet
interests-sheets = { $count ->
    [one] one judge
   *[other] { $count } judges
}
interests-sheet-left = { $left } of { $of } still to answer
interests-all-answered-title = Every sheet is answered
interests-all-answered-text = Every judge has said of every case whether they have an interest in it.
interests-every-judge = Every judge
interests-waiting = Waiting for a ruling
interests-answered = Answered
interests-empty-title = Nothing waits for you
interests-empty-text = Interests that judges declare appear here.
interests-none-title = No interest here
interests-none-text = No interest of this season is in this state. “Show all” lists all of them.
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
interests-own = Your own interests
interests-by-the-rules = By the rules
interests-would-be-short = { $left ->
    [0] Without this judge nobody is left for the case, and the rules ask for { $quorum } scorecards: it could not be ranked. Invite another judge first, or rule that this one may judge.
    [one] Without this judge one judge is left for the case, and the rules ask for { $quorum } scorecards: it could not be ranked. Invite another judge first, or rule that this one may judge.
   *[other] Without this judge { $left } judges are left for the case, and the rules ask for { $quorum } scorecards: it could not be ranked. Invite another judge first, or rule that this one may judge.
}
interests-short = { $count ->
    [one] One case has fewer judges than the { $quorum } scorecards that the rules ask for. It cannot be ranked unless another judge joins.
   *[other] { $count } cases have fewer judges than the { $quorum } scorecards that the rules ask for. They cannot be ranked unless another judge joins.
}
interests-short-case = Case { $number }, { $nominee }: { $left ->
    [0] no judge
    [one] one judge
   *[other] { $left } judges
}
interests-invite = Invite another judge
in-the-way-title = Before you invite { $name }
in-the-way-lede = Something is alike between them and this season’s nominations. It need not keep you from inviting them.
in-the-way-number = Case or nomination
in-the-way-part = Whoever is nominee, nominator or referee is out of that case from the start, and sees nothing of it. That goes on record.
in-the-way-go-on = Invite them all the same
in-the-way-leave = Do not invite them
suggested-heading = Suggested conflicts
suggested-lede = Found by likeness, not declared. A person decides: look at each.
suggested-look = Look at it
suggested-title = A suggested conflict
suggested-text = If you confirm it, the judge is out of the case for good. If you dismiss it, it is not suggested again. Both are on record with your reason.
suggested-sign = Likeness
suggested-confirm = Confirm: out of the case
suggested-dismiss = Dismiss
suggested-missing = Choose whether to confirm or to dismiss it
suggested-confirmed = { $judge } is out of case { $number }.
suggested-dismissed = The suggestion about { $judge } and case { $number } is dismissed.
interests-scored = This judge’s scorecard for the case is in. If the judge is recused, it no longer counts.

## Public biographies: judging/biographies and admin/biographies
biography-link = Your public biography
biography-title = Your public biography
biography-lede = The award shows who judges. Say in a few sentences who you are; it is shown only if you agree, and you can take it back at any time.
biography-where = The page on which it stands
biography-name = Name, as it is shown
biography-name-noun = the name
biography-affiliation = Employer or body
biography-affiliation-hint = Or “independent”.
biography-affiliation-noun = the affiliation
biography-words = A few sentences
biography-words-hint = In the third person, { $limit } words at most. Leave out whatever you would not put on a poster.
biography-words-noun = a few sentences
biography-agree = Show this on the award’s public page
biography-agree-hint = Anybody can read it there, search engines included.
biography-save = Save
biography-shown = It is saved, and shown on the award’s page.
biography-kept = It is saved, and not shown.
biography-erased = It is erased.
biography-waits = These words are not shown. If an administrator has changed them, look them through, and tick the box below if you agree to them.
biography-changed-meanwhile = Somebody changed it while you wrote. Yours is in the form, and saving takes its place; this is what is kept now:
biography-erase-title = Erase it
biography-erase-text = Nothing of it is kept.
biography-erase = Erase
biographies-title = Who judges
biographies-lede = Everybody on the panel can write a short biography. It is shown on the programme’s public page where its author agrees, and never else. Whoever leaves the panel leaves the page.
biographies-is-on = The public page shows those who agreed.
biographies-look = Look at it
biographies-is-off = Nothing is shown, and nobody is asked, until you switch it on.
biographies-switch-on = Show who judges
biographies-switch-off = Stop showing who judges
biographies-on = The panel can write its biographies now; each is shown once its author agrees.
biographies-off = Nothing is shown any more. What was written is kept.
biographies-none = Nothing written
biographies-agreed = Agreed to
biographies-not-agreed = Not agreed to
biographies-edit = Look and edit
biographies-one = Biography of { $name }
biographies-edit-text = You may correct it. It leaves the page until its author has agreed to the words as you changed them.
biographies-edited = The biography of { $name } is saved. It is shown once they agree to it.
biographies-hide = Take it off the page
biographies-hidden = The biography of { $name } is no longer shown.

## judging/rulings
rulings-title = Interests to rule on
rulings-lede = Whoever waits for your ruling does not see the case before it. A case in which you have an interest yourself is not here: the deputy or an administrator rules on it.
rulings-short-way-out = Ask an administrator to invite another judge.

## shown/timetable.rs
timetable-none = The dates are not set yet.
timetable-opens = Nominations open
timetable-closes = Nominations close
timetable-judging-ends = Judges’ scores are due
timetable-decision = The panel meets
timetable-announcement = The result is announced
timetable-announced = The result was announced

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
criteria-method-calibrated = Each judge’s scores are weighted as shown. From the mean over a case’s judges it is taken away how lenient these judges were on all that they scored, as far as the scores show it (the calibrated score).
criteria-method-calibrated-spread = Each judge’s scores are weighted as shown. Judges who use more or less of the scale than others are brought together as far as the scores show that they do; then it is taken away how lenient a case’s judges were (the calibrated score, with spread).
criteria-method-trimmed-mean = Each judge’s scores are weighted as shown, and a case’s total is the mean over its judges, without one highest and one lowest where there are four or more.
criteria-method-z-score = Each judge’s scores are weighted as shown and measured by that judge’s own mean and spread; a case’s total is the mean of these (z-scores).
criteria-method-borda = Each judge’s scores are weighted as shown and put the judge’s cases in order; a case’s total is the mean of its places, 100 for a judge’s first and 0 for the last. The merit floor is compared with the mean of the weighted totals.
criteria-ties = Cases with the same total are told apart by { $rules }. What that leaves tied stays tied.
criteria-at-the-cut-extra-scorecard = If the last place falls between cases that stay tied, none of them is shortlisted until each has one more scorecard.
criteria-at-the-cut-lot = If the last place falls between cases that stay tied, a lot decides: the lowest SHA-256 of the seed followed by the case’s id goes first.
criteria-lot-seed = The seed of the lot:
criteria-others-after-own = A judge sees what the others gave to a case once their own scorecard is in, without names.
criteria-ballot = The panel decides by a ballot on each finalist: more than half of the votes, without a casting vote.
criteria-diagnostics = Once the scores are locked, whoever chairs the panel sees whose scorecards differ clearly from the others’, and which scores stand out, if there are { $judges } judges or more and { $cases } cases or more. No score is changed by it.
criteria-meeting-quorum = A result needs { $judges } judges with a vote present.
criteria-others-after-lock = Judges see what the others gave once all scorecards are locked, without names.
criteria-reading-open = Judges read whom a case concerns and who nominated them.
criteria-blind-title = Read without names
criteria-blind-what = Judges do not see the names, roles and employers of nominee and nominators, nor how these know the nominee in their own words.
criteria-blind-not = Answers are read as they were written. Whoever does not want to be recognised leaves names and places out of them; the program takes nothing out.
criteria-blind-interests = Judges therefore answer no sheet of names before they read. A nominee, nominator or referee is kept from the case by itself, likely interests are looked for and ruled on by an administrator, and a judge who recognises somebody steps out.
criteria-blind-until = Names appear when the scores are locked for the panel’s meeting.
criteria-blind-until-interview = Names appear when the finalists are interviewed, and what was scored before stays as it is.
criteria-tie-criteria = each criterion in turn from the heaviest
criteria-tie-lower-bound = by the total less its standard error
criteria-tie-head-to-head = by whom more of the judges placed higher
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
nomination-employer = Works or volunteers at
nomination-email = Email address
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
relationship-line-manager = their manager
relationship-colleague = a colleague
relationship-councillor = a councillor, trustee or committee member
relationship-resident = somebody whom their work serves
relationship-partner = somebody from an organisation that works with theirs
relationship-self = the nominee
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
home-over = The result of { $season } is announced.
home-nominate = Nominate somebody
home-bare-title = This installation is not set up yet
home-bare-text = Whoever installed it finds a link in the server’s log. It asks for the organisation and its first administrator, and awards appear here after that.
home-empty-set-up = Set up an award
home-empty-title = There is no award here yet
home-empty-text = When a season opens, it is announced on this page with its rules and its dates. Until then, the person named below answers questions.

## public/programme
programme-season = Season { $season }
programme-nominate = Nominate somebody
programme-closes = Nominations close at { $moment }.
programme-opens = Nominations open at { $moment }.
programme-closed = Nominations closed at { $moment }.
programme-past = The result of { $season } is announced.
programme-result = The result
programme-last-winner = { $season } was won by { $names }
programme-earlier = The result of { $season }
programme-free = It is free to nominate and free to be nominated.
programme-stewards = The award belongs to { $stewards }.
programme-eligibility = Who is eligible
programme-timetable = Timetable
programme-in-time = All times are { $zone } time. What we receive by the deadline counts.
programme-criteria = What judges look for
programme-decision = How it is judged
programme-how-we-judge = How we judge, in full and to print

## public/how_we_judge
how-we-judge-title = How we judge
how-we-judge-stages = The stages
how-we-judge-lede = All that decides, as it was published before anybody could nominate. You can print this page.
how-we-judge-criteria = What is scored
how-we-judge-decision = How it is decided
how-we-judge-version = Version
how-we-judge-locked = This is version { $version }, locked and published at { $moment }.
how-we-judge-draft = This is a draft. It is locked and published when nominations open.
how-we-judge-digest = SHA-256 of its text, which is sealed in the record:
how-we-judge-changes = What changed
how-we-judge-version-number = Version { $version }
how-we-judge-since = It took the place of the version before at { $moment }.
how-we-judge-reason = Reason: { $reason }
how-we-judge-corrected = Words were corrected at { $moment }:
how-we-judge-read = { $what }: “{ $before }” now reads “{ $after }”.
how-we-judge-what-title = A criterion’s name
how-we-judge-what-guidance = { $criterion }, what judges look at
how-we-judge-what-point = { $criterion }, { $point } points
how-we-judge-no-ties = nothing
how-we-judge-change-method = Ranked by { $after }, before by { $before }.
how-we-judge-change-floor = Merit floor { $after }, before { $before }.
how-we-judge-change-quorum = A case needs { $after } scorecards, before { $before }.
how-we-judge-change-size = Up to { $after } finalists, before { $before }.
how-we-judge-change-ties = Ties are told apart by { $after }, before by { $before }.
how-we-judge-change-share = { $criterion } counts { $after }, before { $before }.
how-we-judge-change-scale = { $criterion } has another scale.
how-we-judge-change-words = { $criterion } reads differently.
how-we-judge-change-added = { $criterion } is new.
how-we-judge-change-removed = { $criterion } is no longer scored.
how-we-judge-change-choice = { $what }: now “{ $after }”, before “{ $before }”.
programme-judges = Who judges
programme-asked = What the form asks
programme-asked-text = You can read and print everything that the form asks before you begin. There is nothing to pay and no account to make.
programme-read-form = Read the whole form
programme-form-title = The nomination form
programme-form-lede = This is everything that we ask, to read or print. You fill it in online, and can save it and return.
programme-form-rules = Each is answered yes, no or don’t know.
programme-form-nominee = We ask for their name, their role, where they work or volunteer, and if you know it their email address.
programme-form-nominator = We ask for your name, your email address, if you wish a telephone number, your organisation and role, and how you know the nominee:
programme-form-words = (up to { $limit } words)
programme-form-criteria = Judges score each case on these criteria only.

## public/nominate
nominate-title = Nominate somebody
nominate-change-title = Change your nomination { $number }
nominate-change-introduction = What you sent stands until you send the changes. You can save them at any time and return.
nominate-closes = Nominations close at { $moment }.
nominate-introduction = It takes about ten minutes once you know what you want to say. You can save it at any time and return. We send you a copy.
nominate-reading-open = Judges read your name and the nominee’s, and how you know each other.
nominate-reading-blind = Judges read without names. The program takes nothing out of your answers: leave names and places out of them if nobody is to be recognised.
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
nominate-nominee-role-hint = What they do there. For example: librarian, project manager, treasurer, volunteer.
nominate-nominee-employer = Where they work or volunteer
nominate-nominee-employer-hint = The full name of the organisation.
nominate-nominee-email = Their email address
nominate-nominee-email-hint = If you know it. We use it to tell them, and to see whether others nominate them too.
nominate-nominator = About you
nominate-nominator-name = Your name
nominate-nominator-email = Your email address
nominate-nominator-email-hint = A copy and your private link go there.
nominate-nominator-telephone = Your telephone number
nominate-nominator-organisation = Your organisation
nominate-nominator-role = Your role
nominate-relationship = How do you know them?
nominate-relationship-line-manager = I manage or supervise them
nominate-relationship-colleague = I work or volunteer with them
nominate-relationship-councillor = I am a councillor, trustee or committee member there
nominate-relationship-resident = I use what they work on, or am served by it
nominate-relationship-partner = My organisation works with theirs
nominate-relationship-self = I am the nominee
nominate-relationship-other = In another way
nominate-relationship-words = More about how you know them
nominate-relationship-words-hint = Needed only if you know them in another way.
nominate-relationship-missing = Choose how you know the nominee
nominate-relationship-words-missing = Say how you know the nominee
nominate-answers = Your answers
nominate-answers-lede = Write for somebody who knows neither the person nor the place. The nominee may be able to see what you write; leave out health, family and discipline.
nominate-publication = Judges read every answer. If this person is put on the shortlist, whoever runs the award may quote from the answers in public. Tick the box under an answer that must not be quoted: judges still read it.
nominate-question = { $number }. { $prompt }
nominate-not-for-publication = This answer is not for publication
nominate-for-publication = Written to be published: leave out whatever should stay private.
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
nominate-declaration-agreed = You declare this.
nominate-seen-by-nominee = Nothing in a nomination is secret from the person it is about: they may ask to see it.
nominate-check = Check your answers
nominate-save = Save and return later
nominate-save-text = Nothing is sent yet. If you save, you get a private link, and a letter with it if you gave your email address.
nominate-change-save-text = Nothing is changed yet. What you sent stands until you have checked the changes and sent them.
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
nominate-other-fields = They differ in:
nominate-other-text = The other text:
nominate-begun = You began a nomination in this browser.
nominate-begun-for = You began a nomination of { $name } in this browser.
nominate-begun-kept = It was kept at { $moment }.
nominate-begun-go-on = Go on with it
nominate-trap = Leave this empty: it is there to catch programs that fill in forms
nominate-trapped = A field that people do not see was filled in, perhaps by your browser. It is empty again, and shown below: please press the button once more. Everything else that you typed is still here.
nominate-not-yet-title = Nominations have not opened yet
nominate-not-yet = They open at { $moment }.
nominate-closed-title = Nominations have closed
nominate-closed = They closed at { $moment }.
nominate-next = What happens next
nominate-not-yet-ready = You can read everything that will be asked, and gather it until then.
nominate-not-yet-until = Nominations are received until { $moment }.
nominate-closed-judged = The nominations are read, and judged by people without an interest in them.
nominate-closed-late = If something kept you from sending yours in time, write to us. One that comes late for a good reason can still be admitted.
nominate-closed-ask = If you have a question, ask { $name }:
nominate-closed-next = The result is announced at { $moment }.
nominate-closed-sent = If you sent a nomination or saved a draft, the private link in our letter still leads to it.
nominate-to-programme = Read about the award
nominate-rule-missing = Answer “{ $question }” with yes, no or don’t know
nominate-choice-missing = Choose your answer to question { $number }
nominate-number-malformed = Your answer to question { $number } must be a whole number, such as 12
nominate-date-malformed = Your answer to question { $number } must be a date, such as 4 March 2027
nominate-link-malformed = Your answer to question { $number } must be a web address, such as https://www.example.org/
nominate-email-malformed = Enter { $what } in the right form, like name@example.org
nominate-telephone-malformed = Enter { $what } in figures, like 01632 960 555 or 01632 960 555 ext 12
nominate-answer-noun = your answer to question { $number }
nominate-nominee-name-noun = the nominee’s name
nominate-nominee-role-noun = the nominee’s role
nominate-nominee-employer-noun = where the nominee works or volunteers
nominate-nominee-email-noun = the nominee’s email address
nominate-nominator-name-noun = your name
nominate-nominator-email-noun = your email address
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
nomination-closed = Nominations closed at { $moment }. What you sent stands, and can no longer be changed.
nomination-decided = It has been decided on, so it can no longer be changed.
nomination-cancelled = The { $season } season was called off. Nothing more happens with this nomination.
nomination-never-sent = What you changed and did not send
nomination-amend-until = You can change it until { $moment }, and withdraw it until judging begins.
nomination-amend = Change it
nomination-withdraw = Withdraw it
nomination-unsent = You have changed something and not sent it. What was sent stands until you do.
nomination-unsent-check = Check and send the changes
nomination-confirm-text = Confirm that this is your email address, so that we can reach you about the nomination.
nomination-confirm = Confirm my address
nomination-confirmed = You confirmed your address at { $moment }.
nomination-confirmed-now = Thank you. Your address is confirmed.
nomination-unconfirmed = Your email address is not confirmed yet. Open the link in our letter to confirm it. The nomination counts all the same.
nomination-check-title = Check your answers
nomination-check-newer = This device has kept something that you typed and that is not below.
nomination-check-newer-text = Nothing of it is lost, but it is not sent with this page.
nomination-check-newer-link = Go to the form, which has it
nomination-check-lede = Nothing is sent until you press the button at the end.
nomination-check-change-lede = What you sent stands until you press the button at the end.
nomination-check-back = Back to the form
nomination-check-not-met = One of your answers speaks against eligibility. You can send the nomination; an administrator decides.
nomination-check-unclear = You are not sure about eligibility. That is fine: an administrator looks at it.
nomination-send = Send the nomination
nomination-send-amended = Send the changes
nomination-send-late = Send it after the close
nomination-receipt-title = Thank you. We have your nomination.
nomination-receipt-changed-title = Thank you. We have your changes.
nomination-receipt-late-title = Kept, but it came after the close
nomination-receipt-number = Its number is
nomination-receipt-letter-title = A letter is on its way
nomination-receipt-letter = We send a full copy of what you wrote to { $email }, with your private link.
nomination-receipt-confirm = Open its link to confirm your address. The nomination counts all the same.
nomination-receipt-look = Look at your nomination
nomination-receipt-next-title = What happens next
nomination-receipt-next-check = An administrator checks that the nomination is eligible, and joins it with others for the same person.
nomination-receipt-next-nominee = The nominee is told, and asked whether they accept.
nomination-receipt-next-facts = Somebody else where they work or volunteer confirms the facts.
nomination-receipt-next-judges = The judges read the cases that are eligible, and the panel decides.
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
nomination-renewed-text = Look in your email for our letter, and open the link in it.

## letters about nominations
letter-nomination-receipt-subject = We have your nomination { $number }
letter-nomination-receipt = Thank you for nominating { $nominee }. We have your nomination ({ $programme }), and its number is { $number }.
letter-nomination-amended-subject = Your nomination { $number } is changed
letter-nomination-amended = We have your changes to the nomination of { $nominee } ({ $programme }, number { $number }). They replace what you sent before.
letter-nomination-late-subject = Your nomination { $number } came after the close
letter-nomination-late = Your nomination of { $nominee } ({ $programme }, number { $number }) reached us after the close. It is kept as lapsed, and we can read it. If there was a good reason, an administrator may still admit it: write to { $contact }, who is named at the end of this letter.
letter-nomination-confirm = Please confirm that this is your address: open the link below, and press the button that you find there. The nomination counts all the same.
letter-nomination-link = This private link leads to your nomination. With it you can look at it, change it until the close, or withdraw it:
letter-nomination-link-after = This private link leads to your nomination. With it you can look at it, or withdraw it:
letter-nomination-link-secret = Give the link to nobody: whoever has it can change the nomination. Opening it changes nothing.
letter-nomination-button = Open your nomination
letter-nomination-look-button = Look at your nomination
letter-nomination-confirm-button = Confirm your address
letter-nomination-copy = What you sent
letter-nomination-link-subject = Your private link: { $programme }
letter-nomination-link-text = This private link leads to your nomination, on any device ({ $programme }):
letter-nomination-link-until = Nothing has been sent yet. Nominations close at { $moment }.
letter-nomination-not-you = If you know nothing of this, you need not do anything, and we do not write again.
letter-nomination-reminder-subject = Please confirm your address: nomination { $number }
letter-nomination-reminder = You nominated { $nominee } (number { $number }) and have not confirmed your address yet. Please open this link and press the button that you find there:
letter-nomination-reminder-counts = The nomination counts all the same. A confirmed address lets us reach you about it.
letter-nomination-rules-subject = The rules have changed: { $programme }
letter-nomination-rules = The rules by which nominations are judged ({ $programme }) have changed since you wrote. How we judge now, and what changed: { $page }
letter-nomination-rules-reason = The reason: { $reason }
letter-nomination-rules-yours = Nominations therefore close later, at { $moment }. Your nomination of { $nominee }, number { $number }, is with us and counts as it is; until then you can change it by this private link:
letter-nomination-extension-subject = Nominations close later: { $programme }
letter-nomination-extension = The close of nominations ({ $programme }) was put off for everybody. They now close at { $moment }.
letter-nomination-extension-sent = Your nomination of { $nominee }, number { $number }, is with us and counts as it is. Until the new close you can change it by this private link:
letter-nomination-extension-unsent = Your nomination of { $nominee }, number { $number }, came after the first close. Open this private link and send it again by the new close, and it counts:
letter-nomination-withdrawn-subject = Nomination { $number } is withdrawn
letter-nomination-withdrawn = The nomination of { $nominee }, number { $number }, was withdrawn by its private link. It will not be judged.
letter-nomination-withdrawn-not-you = If it was not you, tell { $contact }, who is named at the end of this letter, at once.

### Administration


named-erased = a person whose data was erased
named-nomination = nomination { $number }
named-case = Case { $number }: { $nominee }
named-season = { $programme }, { $season }
named-judge-and-case = { $judge } and { $case }
named-rule-set = version { $number } of the rules
named-unknown = something that is no longer here
named-letter-sign-in = Sign-in link
named-letter-invitation = Invitation
named-letter-nomination-receipt = Receipt for a nomination
named-letter-nomination-late = Receipt for a late nomination
named-letter-nomination-amended = Copy of an amended nomination
named-letter-nomination-link = Private link to a nomination
named-letter-nomination-rules = News of changed rules
named-letter-nomination-extension = News of a later close
named-letter-nomination-reminder = Reminder to confirm an address
named-letter-nomination-withdrawn = Confirmation of a withdrawal
named-letter-proof = Proof of the record for the stewards
named-letter-trial = Trial letter
named-letter-enquiry-answered = Answer to a judge’s question
named-letter-scorecard-reopened = A scorecard is open again
named-letter-judge-cases = News of cases to judge
named-letter-judge-reminder = Reminder to a judge


status-nomination-draft = Draft
status-nomination-submitted = Submitted
status-nomination-returned = Returned
status-nomination-accepted = Accepted
status-nomination-ineligible = Ineligible
status-nomination-lapsed = Lapsed
status-nomination-withdrawn = Withdrawn

status-case-forming = Forming
status-case-eligible = Eligible
status-case-not-eligible = Not eligible
status-case-in-judging = In judging
status-case-shortlisted = Shortlisted
status-case-reserve = Reserve
status-case-not-shortlisted = Not shortlisted
status-case-awarded = Awarded
status-case-highly-commended = Highly commended
status-case-not-awarded = Not awarded
status-case-declined = Declined
status-case-rescinded = Rescinded
status-case-withdrawn = Withdrawn
status-case-disqualified = Disqualified

status-acceptance-untold = Not told yet
status-acceptance-told = Told
status-acceptance-accepted = Accepted
status-acceptance-declined = Declined
status-acceptance-silent = No answer
status-acceptance-withdrawn = Withdrawn

status-fact-check-requested = Waiting
status-fact-check-opened = Opened
status-fact-check-received = Confirmed
status-fact-check-declined = Not confirmed
status-fact-check-expired = Expired
status-fact-check-replaced = Replaced

status-assignment-proposed = Proposed
status-assignment-published = Not begun
status-assignment-scoring = Scoring
status-assignment-submitted = Submitted
status-assignment-locked = Locked
status-assignment-abstained = Abstained
status-assignment-reassigned = Reassigned
status-assignment-recused = Recused
status-assignment-suspended = Suspended
status-assignment-not-completed = Not completed


status-letter-queued = Waiting
status-letter-sent = Sent
status-letter-failed = Failed
status-letter-overtaken = No longer needed

decision-eligible = Eligible
decision-not-eligible = Not eligible
decision-facts-confirmed = Facts confirmed
decision-facts-not-confirmed = Facts not confirmed
decision-shortlisted = Shortlisted
decision-reserve = Held in reserve
decision-promoted = Promoted from the reserve
decision-not-shortlisted = Not shortlisted
decision-awarded = Awarded
decision-highly-commended = Highly commended
decision-not-awarded = Not awarded
decision-disqualified = Disqualified
decision-withdrawn = Withdrawn
decision-by = by { $name }, { $at }
decision-undone = Undone { $at }
decision-departs = This departs from the ranking.

deciding-reason = Reason
deciding-reason-noun = the reason
deciding-stale = Somebody changed this while you were deciding. This is how it stands now; what you typed is kept.
deciding-typed = What you typed:

## The dashboard

dashboard-title = What to do next
dashboard-short = { $count ->
    [one] One case has fewer judges than the quorum, and cannot be ranked.
   *[other] { $count } cases have fewer judges than the quorum, and cannot be ranked.
}
dashboard-letters-failed = { $count ->
    [one] One letter could not be sent.
   *[other] { $count } letters could not be sent.
}
dashboard-letters-see = See what failed
dashboard-empty-title = There is no season yet
dashboard-empty-text = Set up a programme and its first season, and what needs doing next is listed here.
dashboard-over-title = No season is going on
dashboard-over-text = Set up the next one from its programme’s page, and what needs doing next is listed here.
dashboard-set-up = Set up a programme
dashboard-nothing-to-do = Nothing needs doing now.
dashboard-opens = Nominations open at { $at }.
dashboard-closes = Nominations close at { $at }.
dashboard-judging-ends = Scorecards are due by { $at }.
dashboard-judging-ends-sift = Votes of the sift, and the scorecards after it, are due by { $at }.
dashboard-judging-ends-interview = Scorecards of the interview are due by { $at }.
dashboard-decision = The panel decides at { $at }.
dashboard-announcement = The result is announced at { $at }.
dashboard-due = By { $at }.
dashboard-step-share = Share the address
dashboard-step-panel = Invite the panel
dashboard-panel = { $accepted ->
    [0] No judge has accepted yet
    [one] One judge has accepted
   *[other] { $accepted } judges have accepted
}{ $invited ->
    [0] .
    [one] , and one has yet to answer.
   *[other] , and { $invited } have yet to answer.
} { $quorum ->
    [one] One is needed.
   *[other] At least { $quorum } are needed.
}
dashboard-step-own-sheets = Have the administrators declare their interests
dashboard-own-sheet = { $count ->
    [one] You have yet to answer for one case.
   *[other] You have yet to answer for { $count } cases.
}
dashboard-left-own-sheets = { $count ->
    [one] One administrator has not filled in their sheet.
   *[other] { $count } administrators have not filled in their sheets.
}
dashboard-step-sheets = Have the panel declare its interests
dashboard-left-sheets = { $count ->
    [one] One judge has not filled in their sheet.
   *[other] { $count } judges have not filled in their sheets.
}
dashboard-step-enquiries = Answer what judges asked
dashboard-left-enquiries = { $count ->
    [one] One question waits for an answer.
   *[other] { $count } questions wait for an answer.
}
dashboard-waits-steps-above = This waits for the steps above.
dashboard-waits-nominations = Nobody has been nominated yet.
dashboard-waits-close = This waits for the close of nominations.
dashboard-waits-cases = There is no case yet.
dashboard-waits-panel = This waits until enough judges have accepted.
dashboard-waits-assignments = No judge has a case yet.
dashboard-waits-scorecards = No case has enough scorecards yet.
dashboard-step-confirmations = Have nominators confirm their addresses
dashboard-step-screening = Decide on each nomination
dashboard-step-acceptances = Tell the nominees and record their answers
dashboard-step-fact-checks = Have the facts confirmed
dashboard-step-eligibility = Decide which cases are eligible
dashboard-step-begin-judging = Begin judging
dashboard-step-rulings = Rule on declared interests
dashboard-step-rulings-by-chair = The chair rules on declared interests
dashboard-step-judges = See that every judge has begun
dashboard-step-quorum = See that every case has enough scorecards
dashboard-step-quorum-in-sift = See that every case has enough votes
dashboard-step-shortlist = Make the shortlist
dashboard-step-next-stage = Say which cases go on to the next stage
dashboard-step-begin-deliberation = Begin the deliberation
dashboard-step-outcome = Record what the panel resolved
dashboard-step-decide = Record that the panel has resolved
dashboard-step-decide-by = { $name } signs the resolution, under the minutes in the room of the meeting
dashboard-step-decide-by-chair = Whoever presides signs the resolution, under the minutes in the room of the meeting
dashboard-step-announce = Announce the result
dashboard-step-archive = Archive the season
dashboard-left-outcome = { $count ->
    [one] One finalist has no result yet.
   *[other] { $count } finalists have no result yet.
}
dashboard-left-confirmations = { $count ->
    [one] One address is not confirmed.
   *[other] { $count } addresses are not confirmed.
}
dashboard-left-confirmations-closed = { $count ->
    [one] One address was never confirmed. The nomination counts all the same.
   *[other] { $count } addresses were never confirmed. Their nominations count all the same.
}
dashboard-left-screening = { $count ->
    [one] One nomination waits for a decision.
   *[other] { $count } nominations wait for a decision.
}
dashboard-left-acceptances = { $count ->
    [one] One nominee has not accepted{ $untold ->
        [0] .
       *[other] , and is not told yet.
    }
   *[other] { $count } nominees have not accepted{ $untold ->
        [0] .
        [one] ; one of them is not told yet.
       *[other] ; { $untold } of them are not told yet.
    }
}
dashboard-left-shortlist = { $count ->
    [one] One case is neither on the shortlist, in reserve nor left out.
   *[other] { $count } cases are neither on the shortlist, in reserve nor left out.
}
dashboard-left-fact-checks = { $count ->
    [one] One case is not confirmed.
   *[other] { $count } cases are not confirmed.
}
dashboard-left-eligibility = { $count ->
    [one] One case is forming.
   *[other] { $count } cases are forming.
}
dashboard-left-begin-judging = { $count ->
    [one] One case is eligible.
   *[other] { $count } cases are eligible.
}
dashboard-left-rulings = { $count ->
    [one] One interest waits for a ruling.
   *[other] { $count } interests wait for a ruling.
}
dashboard-left-judges = { $count ->
    [one] One judge has not begun.
   *[other] { $count } judges have not begun.
}
dashboard-left-quorum = { $count ->
    [one] One case has too few scorecards.
   *[other] { $count } cases have too few scorecards.
}
dashboard-left-quorum-in-sift = { $count ->
    [one] One case has too few votes.
   *[other] { $count } cases have too few votes.
}
dashboard-count-nominations = { $count ->
    [one] nomination
   *[other] nominations
}
dashboard-count-cases = { $count ->
    [one] case
   *[other] cases
}
dashboard-count-judges = { $count ->
    [one] judge with cases
   *[other] judges with cases
}
dashboard-count-votes = { $count ->
    [one] vote received
   *[other] votes received
}
dashboard-count-scorecards = { $count ->
    [one] scorecard received
   *[other] scorecards received
}

## Nominations

nominations-title = Nominations
nominations-file = Download nominations.csv
nominations-sheet = As a spreadsheet
files-csv = Download { $name }
files-sheet = As a spreadsheet
files-columns = What the columns mean
nominations-search = Search
nominations-search-hint = Nominee, employer, nominator or number
nominations-status = Status
nominations-every-status = Every status
nominations-status-count = { $status } ({ $count })
counted = { $what } ({ $count })
nominations-mark = Only those
nominations-every-mark = Every nomination
nominations-mark-unconfirmed = Address not confirmed
nominations-mark-against = An answer speaks against
nominations-mark-late = Late
nominations-lede = { $count ->
    [0] None yet.
    [one] One nomination, with those that are not sent yet.
   *[other] { $count } nominations, with those that are not sent yet.
}
nominations-self = Self-nomination
nominations-eligibility = Eligibility
nominations-next = Next that waits: { $number }
nominations-waiting = { $count ->
    [one] One more waits for a decision.
   *[other] { $count } more wait for a decision.
}
nominations-sort = Sort by
nominations-sort-latest = Latest first
nominations-sort-earliest = Earliest first
nominations-sort-nominee = Nominee
nominations-sort-employer = Employer
nominations-sort-number = Number
nominations-filter = Show
nominations-clear = Show all
nominations-none-match-title = No nomination matches
nominations-none-match-text = Search for fewer words, or for another status.
nominations-empty-title = No nominations yet
nominations-empty-draft = Nobody can nominate before the season opens. What it still needs stands on its page.
nominations-empty-season = Prepare the season
nominations-empty-form = See the form as nominators do
nominations-empty-text = They are listed here as soon as somebody begins one.
nominations-number = Number
nominations-nominee = Nominee
nominations-employer = Employer
nominations-nominator = Nominator
nominations-submitted = Submitted
nominations-table = Nominations
nominations-no-name = Not named yet
nominations-in-case = case { $number }
nominations-late = Late
nominations-unconfirmed = Address not confirmed
nominations-one-title = Nomination { $number }
nominations-back = All nominations
nominations-nothing-sent = Nothing was sent yet.
nominations-history = History
nominations-not-submitted = Not submitted
nominations-confirmed = Address confirmed
nominations-case = Case
nominations-screening-over = Nominations are decided on while the season is open or in screening.
nominations-decide = Decide
nominations-accept = Accept into a case
nominations-into = Which case does it belong to?
nominations-into-new = A new case
nominations-same-person = { $employer } (same name or address)
nominations-suggestion = There is a case of somebody with the same name or address. Nominations of one person are read together.
nominations-choose-case = Choose the case that it belongs to
nominations-accepted = The nomination is accepted.
nominations-ineligible = Find ineligible
nominations-ineligible-hint = It goes no further, and can be reopened until judging begins.
nominations-found-ineligible = The nomination is ineligible.
nominations-reopen = Reopen
nominations-reopen-hint = It waits for a decision again.
nominations-reopened = The nomination is reopened.
nominations-apart = Tell apart from the case
nominations-apart-hint = It waits for a decision again. A case that has no other nomination is withdrawn.
nominations-told-apart = The nomination is told apart from the case.
nominations-admit = Admit as a late entry
nominations-admit-hint = It came after the close. Admitted, it counts like any other and stays marked as late.
nominations-admitted = The late nomination is admitted.
nominations-lapsed-draft = It was not completed before the close, so it cannot be admitted.
nominations-nothing-to-decide = There is nothing to decide on it now.

## Cases

case-list-title = Cases
case-list-lede = { $count ->
    [one] One nominee, with everything that was said about them.
   *[other] { $count } nominees, each with everything that was said about them.
}
case-list-out = { $count ->
    [one] One more is out of the season.
   *[other] { $count } more are out of the season.
}
case-list-none-title = No case matches
case-list-none-text = Search for fewer words, or ask for less.
case-list-screen = Screen the nominations
case-list-empty-title = No cases yet
case-list-empty-text = A case is formed when a nomination is accepted.
case-every-status = Every status
case-search = Search
case-search-hint = Nominee, employer or number
case-every-acceptance = Every answer
case-acceptance-missing = Not accepted yet
case-every-fact-check = Every fact check
case-fact-check-missing = Not confirmed yet
case-status-count = { $status } ({ $count })
case-filter = Show
case-clear = Show all
case-number = Case
case-nominee = Nominee
case-employer = Employer
case-role = Role
case-email = Email
case-status = Status
case-acceptance = Acceptance
case-fact-check = Fact check
case-nominations = Nominations
case-no-nominations = No nomination is left in this case.
case-referees = Referees
case-no-referees = Nobody is named as a referee.
case-referee = Referee
case-referee-named = Named on
case-referee-action = Change
case-referee-off = Take off
case-referee-name = Name a referee
referees-part = Whoever writes for the nominee has a part in the case and can be no judge of it. Judges find them on their sheet of interests, and at the gate of the case unless they read without names.
referees-no-letter = They are sent no letter: ask them yourself, and tell them that their name is kept here.
referees-name = Name
referees-name-noun = the referee’s name
referees-email = Email address
referees-email-noun = the referee’s email address
referees-email-hint = By it the system knows whether they judge or run the award. Without it, it can only compare names.
referees-organisation = Organisation
referees-organisation-noun = the referee’s organisation
referees-send = Name this referee
referees-leave = Do not name them
referees-named = { $name } is named as a referee.
referees-in-the-case = This is the address of the nominee, of a nominator or of a referee of this case
referees-before-title = Before you name { $name }
referees-struck-self = This is your own address. From then on nothing of this case is shown to you, and another administrator acts on it.
referees-struck-judge = This is the address of { $name }, who judges this season. They are out of the case at once and for good, and see nothing of it from then on.
referees-struck-other = This is the address of { $name }, who runs the award or sits on its panel. From then on nothing of this case is shown to them.
referees-struck-scored = Their scorecard for it is in, and counts no more.
referees-struck-left = { $count ->
    [0] No judge is left for the case.
    [one] One judge is left for the case, which needs { $needed } scorecards.
   *[other] { $count } judges are left for the case, which needs { $needed } scorecards.
}
referees-struck-short = That is too few for it to be ranked, unless another judge joins.
referees-struck-record = It goes on record with your name.
referees-go-on = Name them all the same
referees-off-title = Take { $name } off
referees-off-text = They are no referee of this case from then on, and another can be named instead. A judge who is out of the case because of it stays out.
referees-off-send = Take off
referees-off-leave = Leave as it is
referees-off-done = { $name } is no referee of this case any more.
case-scorecards = Scorecards
case-recusals = Recusals
case-category = Category
case-table = Cases
case-received-of = { $received } ({ $required } needed)
case-back = All cases
case-not-given = Not given
case-not-told = Not told yet
case-judges = Judges
case-judge = Judge
case-no-judges = No judge has this case yet.
case-interest = Interest
case-scorecard = Scorecard
case-total = Weighted total
case-to-shortlist = Decide on the shortlist
case-decisions = Decisions
case-history = History
case-in-ledger = All that the ledger holds about this case
case-decide = Record and decide
case-answer = The nominee’s answer
case-note = Note, or the reason
case-acceptance-tell = The nominee was told today
case-acceptance-accept = The nominee accepts
case-acceptance-decline = The nominee declines
case-acceptance-fall-silent = The nominee did not answer in time
case-acceptance-accept-after-all = The nominee accepts after all
case-acceptance-take-back = Take back what was recorded last
case-acceptance-take-back-hint = What was recorded in error can be taken back, with the reason as the note, until the case goes to the judges.
case-acceptance-done-tell = It is recorded that the nominee was told today.
case-acceptance-done-accept = It is recorded that the nominee accepts.
case-acceptance-done-decline = It is recorded that the nominee declines.
case-acceptance-done-fall-silent = It is recorded that the nominee did not answer in time.
case-acceptance-done-accept-after-all = It is recorded that the nominee accepts after all.
case-acceptance-done-take-back = What was recorded last is taken back.
case-acceptance-done-withdraw = It is recorded that the nominee withdraws. The case is out.
case-check = The fact check
case-checked-by = Who answered
case-checked-by-hint = Name and role of somebody at the nominee’s employer who did not nominate them
case-checked-by-noun = who answered
case-confirmed = Are employment, facts and permission to publish confirmed?
case-confirmed-noun = whether the facts are confirmed
case-confirmed-yes = Yes, confirmed
case-confirmed-no = No, not confirmed
case-checked-by-part = Somebody who nominated cannot confirm the facts of their own nomination. Name somebody else where the nominee works
case-check-note-noun = how the answer came, and what it said
case-check-note = How the answer came, and what it said
case-check-record = Record the fact check
case-check-recorded = The fact check is recorded.
case-check-restart = Ask for the fact check again
case-check-again = The fact check is open again.
case-eligibility = Eligibility
case-eligibility-waits = { $why } Until then the case cannot be found eligible. You can find it not eligible now.
case-eligibility-hint = Either decision can be taken back until judging begins. A case goes to the judges once the nominee has accepted and the facts are confirmed.
case-eligibility-reason = Reason, needed if it is not eligible
case-eligible = Eligible
case-not-eligible = Not eligible
case-eligibility-decided = The decision is recorded.
case-reopen = Reopen the case
case-reopen-hint = What was decided is taken back, and its eligibility waits for a decision again.
case-reopened = The case is reopened.
case-withdraw = Withdraw for the nominee
case-withdraw-hint = The nominee may leave at any time and need not say why. The case and its nominations are out for good.
case-withdrawn = The case is withdrawn.
case-disqualify = Disqualify
case-disqualify-hint = The case is out for good.
case-disqualified = The case is disqualified.
case-is-out = The case is out of the season.

## The ranking

ranking-title = Ranking
ranking-before-title = How the cases stood before the interview
ranking-before = How they stood before the interview
ranking-of-interview = The ranking by the interview
ranking-interview-equal = These are the scores of the interview alone: the finalists started again as equals.
ranking-interview-carried = { $part } of each total comes from the scoring, the rest from the interview.
ranking-to-shortlist = Make the shortlist
ranking-other-categories = Other categories:
ranking-by-mean = the weighted mean
ranking-by-calibrated = the calibrated score
ranking-by-calibrated-spread = the calibrated score with spread
ranking-by-trimmed-mean = the trimmed mean
ranking-by-z-score = z-scores
ranking-by-borda = each judge’s order
ranking-method-order = With it the merit floor is compared with the mean, since an order does not say how good a case is.
ranking-what-if-title = Ranking: what if
ranking-what-if = What if …
ranking-what-if-text = Another method, floor or number of finalists, to see what would change. Nothing is decided by it: the season keeps the rules that it was opened with, and files hold the ranking by these.
ranking-what-if-try = Show it
ranking-what-if-only = This is only a trial. The season is not judged by these rules, and nothing here can be acted on.
ranking-what-if-back = Back to the ranking that counts
ranking-error = Standard error
ranking-mean = Mean
method-note-mean-instead = The scores do not support this method yet: { $why } Cases are ranked by the weighted mean instead.
method-note-perfect = The judges agree perfectly up to their leniency, so that this is taken out exactly.
method-note-not-distinguished = The scores do not tell these cases apart. They are listed by their means, and no rank is given.
method-note-apart = There are groups of cases that share no judge. Comparing cases of two groups rests on the assumption that they were given out at random.
method-note-no-severity = No difference in the judges’ severity was found.
method-note-even-spread = No difference was found in how much of the scale judges use, so this is the calibrated score.
method-note-trimmed = Not every judge scored every case. The trimmed mean then takes the severe judge from one case and the lenient one from another.
method-why-none = nobody has scored.
method-why-not-separable = there is one judge, or every case has one scorecard.
method-why-all-equal = every total is the same.
method-why-judges = { $judges ->
    [one] there is one judge, and three are needed.
   *[other] there are { $judges } judges, and three are needed.
}
method-why-cases = { $cases ->
    [one] one case is scored, and five are needed.
   *[other] { $cases } cases are scored, and five are needed.
}
method-why-freedom = there are too few scorecards to tell a severe judge from a weak case.
method-why-not-solvable = the totals differ too much to be computed with.
ranking-rules = By { $method }, under version { $version } of the rule set: merit floor { $floor }, at least { $quorum } scorecards a case, up to { $size } on the shortlist.
ranking-ties = Ties are broken by { $rules }; what stays tied shares a rank.
ranking-tie-criteria = the criteria from the heaviest
ranking-tie-lower-bound = the total less its standard error
ranking-tie-head-to-head = how many judges placed one above the other
ranking-empty-title = No case is in judging
ranking-empty-cases = See the cases
ranking-empty-text = Cases are ranked once they are with the judges.
ranking-rank = Rank
ranking-total = Weighted total
ranking-table = Ranking
ranking-cut = The cut: up to { $size } above this line
ranking-tied-mark = { " =" }
ranking-below-floor = Below the merit floor
ranking-insufficient = Too few scorecards
ranking-close = { $count ->
    [one] The case at rank { $first } is too close to the cut to separate: another panel of the same kind might have put it on the other side.
   *[other] { $count } cases, from rank { $first } to rank { $last }, are too close to separate: another panel of the same kind might have put them on either side of the cut.
}
ranking-none-close = No case is too close to the cut to separate.
ranking-close-before = A scorecard has come since this was worked out; the new result is on its way.
ranking-close-not-yet = Which cases are too close to separate is being worked out.
ranking-tied-note = = marks cases that every tie-break left tied; they share a rank and the next one is skipped.
ranking-insufficient-note = { $quorum ->
    [one] Cases without a scorecard are listed and not ranked.
   *[other] Cases with fewer than { $quorum } scorecards are listed and not ranked.
}
ranking-how-sure = How sure is this?
ranking-package = The results package, for somebody independent to check

## admin/package
package-title = The results package
package-lede = One file from which somebody independent can work the ranking out again, and see that nothing was changed.
package-care = In a small season a pseudonym hides nobody
package-care-text = { $judges ->
    [one] There is one judge
   *[other] There are { $judges } judges
} and { $cases ->
    [one] one case
   *[other] { $cases } cases
} in it. Judges are numbers, but whoever knows the panel can often tell from the scores which is which. Give the file only to whoever is to check it, and agree first what becomes of it afterwards. Plaudit publishes nothing of it unless you say so at the end of this page.
package-download = Download the results package (ZIP)
package-recorded = That you took it is on record. However often it is made, it is the same file, until something more happens in the season.
package-not-yet = The file can be made once the scores are locked: when the deliberation has begun.
package-holds = What is in it
package-holds-rules = The rule set, as it was sealed before anybody scored.
package-holds-scores = Every score that counts, by case, judge and criterion, and for each case how many judges were assigned and how many were out of it for a conflict.
package-holds-results = The ranking, what every other method would give, how sure it is, and how far the judges agree.
package-holds-ledger = The season’s part of the history, with its seals.
package-holds-scripts = A guide, and two short programs that work the ranking out without Plaudit, in Python and in R.
package-holds-not = Not in it: names, nominations, comments, who gave which score, and interviews.
package-check = How it is checked
package-check-text = On any machine with Plaudit, and without your database:
package-check-scripts = It checks the signature, every byte and the seals, and works the ranking out again. Whoever has no Plaudit unpacks the file and follows RECOMPUTE.md.
package-key = Your public key
package-key-text = It shows that a package is yours. Give it to whoever checks, in another way than the package: print this page, or put the key on your website. It can be known to everybody.

publishing-title = Publish a part of it
publishing-lede = Nothing of it is public unless you publish it here, and you need publish nothing. If you do, anybody can take from the award’s public page what this part of the page shows beforehand, with the rules, as one signed file, and nothing else.
publishing-off = Nothing of this category’s results is published.
publishing-on = Published at { $moment }. Anybody can take the file from the award’s public page.
publishing-on-not-announced = Published at { $moment }. The public sees it from the announcement on, and nothing of it before.
publishing-earlier = The file that is published is an earlier one. What stands below can take its place.
publishing-file = The file as the public takes it (ZIP)
publishing-page = The award’s public page
publishing-figures = How this category was judged, as it would be told
publishing-figure = Figure
publishing-value = As it is told
publishing-judged = Cases judged
publishing-judges = Judges
publishing-recusals = Times a judge was out of a case
publishing-fewer = fewer than { $least }
publishing-left-out = left out
publishing-small = Figures and scores are told together or not at all, and here they are left out. The file does not say why. At least one of these is so: fewer than { $least } judges scored; fewer than { $least } cases were not selected; a case that won or is commended has fewer than { $least } scorecards; or judges were out of so many cases that it would tell of the selected ones.
publishing-results = What became of whom, as it would be told
publishing-case = Case
publishing-result = Result
publishing-score = Score
publishing-mean = Mean
publishing-nobody = No case was selected, so that none is named.
publishing-honour-awarded = Awarded
publishing-honour-awarded-jointly = Awarded jointly
publishing-honour-highly-commended = Highly commended
publishing-honour-shortlisted = Shortlisted
publishing-not-told = not told
publishing-omits = What is left out
publishing-omits-cases = Every case that was not selected, with its number, score and place; and the scores of finalists who won nothing.
publishing-omits-people = Names, nominations, comments, places, conflicts of single cases, who judged what, and what could tell judges apart.
publishing-omits-counts = Counts under { $least }, nought among them, and how many scorecards there were, by which such a count could be worked out: in a small season a pseudonym hides nobody. Where fewer than { $least } judges scored, fewer than { $least } cases were not selected, or a case that won or is commended has fewer than { $least } scorecards, every figure and every score is left out. A mean that is told can show how many of the judges scored that case.
publishing-proof = From this file the ranking cannot be worked out again. Whoever is to check it takes the whole package.
publishing-publish = Publish this
publishing-again = Publish this in its place
publishing-withdraw = Publish it no more
publishing-recall = Whoever has taken the file keeps it: publishing can be ended, and not undone.
publishing-done = It is published. The record says so.
publishing-withdrawn = Nothing of this category’s results is published any more.
publishing-changed = Something has changed since this page was opened, so nothing was published. Look at it once more.

## admin/ranking/certainty

certainty-title = How sure is this ranking?
certainty-lede = What the scores as they are now can carry, and what they cannot. Nothing here decides: the ranking and its cut stay what they are.
certainty-before = A scorecard has come since. What follows is of the scores before it; the new result is being worked out.
certainty-not-yet-title = It is being worked out
certainty-not-yet-text = With many scorecards this takes a few seconds. The ranking itself is there already.
certainty-again = Look again
certainty-under = under { $percent }
certainty-over = over { $percent }
certainty-all-safe = { $size ->
    [one] The first place is safe: with other judges of the same kind the same case would be chosen.
   *[other] All { $size } places of the shortlist are safe: with other judges of the same kind the same cases would be chosen.
}
certainty-contested = { $safe ->
    [0] None of the { $size } places of the shortlist is safe.
    [one] One place of the { $size } is safe.
   *[other] { $safe } of the { $size } places are safe.
} { $places ->
    [0] { $open ->
        [one] One other case comes near.
       *[other] { $open } other cases come near.
    }
    [one] { $open ->
        [one] One case more may as well be on the shortlist as not; no other is close to it.
       *[other] For the one that is left { $open } cases are too close to separate.
    }
   *[other] For the { $places } that are left { $open } cases are too close to separate.
}
certainty-shares = Of all that differs between scorecards, { $cases } is how good the cases are, { $judges } is how lenient or severe judges are, and { $rest } is neither.
certainty-shares-two = Of all that differs between scorecards, { $cases } is how good the cases are and { $rest } is not; no difference in the judges’ severity was found.
certainty-reliable = The reliability of the ranking is { $value }, of at most 1. From 0.8 on a ranking is good.
certainty-needed = The reliability of the ranking is { $value }, of at most 1. From 0.8 on a ranking is good; that would take about { $scorecards } scorecards for each case.
certainty-out-of-reach = The reliability of the ranking is { $value }, of at most 1. From 0.8 on a ranking is good; with these judges and cases no number of scorecards would reach it.
certainty-precision = Of those who are on the shortlist by the calibrated score, { $share } can be expected to belong there.
certainty-perfect = The judges agree perfectly but for how lenient each of them is. So rare an agreement leaves no error to measure by, and no chance can be given; ask whether the scores were given independently.
certainty-flat = The panel cannot tell these cases apart: where cases are all alike, differences as large as these come about with a chance of { $chance }. Choosing by these means would be drawing lots without saying so; more scorecards for each case may help.
certainty-missing = No chance can be given: { $why } Until that changes the scores carry the order of the means and no more.
certainty-apart = There are { $groups } groups of cases and judges that no scorecard links. Whatever compares two cases of different groups rests on the assumption that they were given out at random; a judge who scores in both groups would link them.
certainty-each = Each case
certainty-each-text = The mark is the calibrated score; the line holds the true score nine times in ten. The chance of being on the shortlist comes from { $draws } draws from all that the scores leave open, and knows nothing of the merit floor.
certainty-each-picture = Each case’s calibrated score with the range that holds the true score nine times in ten, from the best; the table that follows has the same numbers.
certainty-each-table = How sure each case’s place is
certainty-around-the-cut = The picture holds the { $shown } cases around the cut, of { $all }; the table holds all.
certainty-score = Calibrated score
certainty-ranks = Ranks it may have
certainty-chance = Chance of the first { $size }
certainty-verdict = How safe
certainty-safe-in = Safely in
certainty-open = Too close to separate
certainty-safe-out = Safely out
certainty-methods = On the shortlist
certainty-methods-all = By every method
certainty-methods-none = By none
certainty-methods-some = By { $within } of { $of } methods
certainty-methods-differ = Methods differ
certainty-advice = What may be done
certainty-advice-text = One more scorecard is worth most for these cases, the first before the second. Look again after each: what is open changes.
certainty-advice-case = { $received ->
    [one] one scorecard so far.
   *[other] { $received } scorecards so far.
}
certainty-advice-nobody = Nobody who is free of conflicts has room for it.
certainty-advice-progress = See which judges have not scored them
certainty-explained = How each score comes about
certainty-explained-text = From the mean of a case’s scorecards it is taken away how lenient its judges are on all that they scored. What is left counts the more the more scorecards there are; the rest is the mean of everything, { $mean }, since a few scorecards prove little. There are { $scorecards } scorecards in all.
certainty-explained-table = How each calibrated score comes about
certainty-explained-column = How it comes about
certainty-explained-lenient = { $raw } is the mean of its scorecards. Its judges are lenient by { $leniency }, which leaves { $fair }. That counts { $reliability }, and the mean of everything, { $mean }, the rest: { $score }.
certainty-explained-severe = { $raw } is the mean of its scorecards. Its judges are severe by { $leniency }, which makes { $fair }. That counts { $reliability }, and the mean of everything, { $mean }, the rest: { $score }.
certainty-by = By every method
certainty-by-text = The same scores, put in order in six ways. A case that every method puts on the shortlist does not owe its place to the choice of one.
certainty-by-picture = Each case’s place by each of six methods, side by side; the table that follows has the same numbers.
certainty-by-table = Each case’s place by each method
certainty-by-mean = Mean
certainty-by-calibrated = Calibrated
certainty-by-calibrated-spread = With spread
certainty-by-trimmed-mean = Trimmed
certainty-by-z-score = Z-scores
certainty-by-borda = Order alone
certainty-given = What each case was given
certainty-given-text = Each dot is the weighted total of one scorecard, and the disc is their mean.
certainty-given-picture = The totals that each case was given, with their mean; the table that follows has the lowest, the mean and the highest.
certainty-given-table = What each case was given
certainty-numbers = The numbers
certainty-lowest = Lowest
certainty-highest = Highest
certainty-judges = The judges
certainty-judges-text = How many points each judge gives above the panel, or below it, for cases that are as good. A severe judge is no worse a judge; the calibrated score takes out what is shown here.
certainty-judges-unnamed = With fewer than { $judges } judges or { $cases } cases there is too little to say anything of one judge, so nobody is named.
certainty-judges-picture = Each judge’s leniency in points with the range that holds the true one nine times in ten; the table that follows has the same numbers.
certainty-judges-table = How lenient each judge is
certainty-judge = Judge
certainty-judge-unnamed = Judge { $number }
certainty-leniency = Points above the panel
certainty-agreement = How far the judges agree
certainty-alpha = Krippendorff’s alpha is { $value } (with a chance of 95% between { $low } and { $high }): 1 is perfect agreement, 0 is what chance gives.
certainty-two-judges = Of what one scorecard says, { $value } is what another judge’s scorecard for the same case would say as well.
certainty-kendall = Every judge scored every case, and Kendall’s W is { $value }: 1 is the same order by all.
certainty-agreement-text = In awards values between 0.2 and 0.5 are usual. Low agreement does no harm where there are enough scorecards; it says how many are enough.

## judging/diagnostics

diagnostics-title = What the scores say of the panel
diagnostics-lede = Where scorecards differ from the others, for the talk before the panel decides. To differ is no fault: a judge who stands alone may be the one who read closest. Nothing here changes a score or a rank.
diagnostics-not-yet-text = With many scorecards this takes a few seconds.
diagnostics-too-few = With fewer than { $judges } judges or { $cases } cases there is too little to say anything of one judge, so nothing is said.
diagnostics-judges = Whose scorecards differ
diagnostics-judges-text = Only what is clearly more than chance is here. A judge who is not named scored much like the others.
diagnostics-nobody = Nobody’s scorecards differ from the others’ by clearly more than chance.
diagnostics-remarks = How they differ
diagnostics-constant = All of the scorecards have the same total, so that they put no case before another.
diagnostics-severe = Gives { $points } points less than the panel for cases that are as good.
diagnostics-lenient = Gives { $points } points more than the panel for cases that are as good.
diagnostics-uneven = Moves further from what the case and the judge’s own level would lead one to expect than others do.
diagnostics-even = Stays nearer to what the case and the judge’s own level would lead one to expect than others do.
diagnostics-halo = Gives a case much the same on every criterion, more than others do; the criteria tell little apart here.
diagnostics-falling = Scores fall by { $points } points with each scorecard, in the order in which they came in.
diagnostics-rising = Scores rise by { $points } points with each scorecard, in the order in which they came in.
diagnostics-few-steps = Uses three points of the scale or fewer.
diagnostics-outliers = Scores that stand out
diagnostics-outliers-text = What each judge’s own level and the other scorecards of the case do not explain, the furthest first, with the place that the case would have without that scorecard. Read it before you set it aside: it may have seen what the others missed.
diagnostics-no-outliers = No scorecard is far from what its judge and its case would lead one to expect.
diagnostics-case = Case
diagnostics-how-far = How far
diagnostics-below = { $points } points below
diagnostics-above = { $points } points above
diagnostics-place = Place
diagnostics-place-without = Place without it

## The shortlist

shortlist-title = Shortlist
shortlist-take = Take the cut
shortlist-file = Download shortlist.csv
shortlist-sheet = Shortlist as a spreadsheet
shortlist-scores-sheet = Scores as a spreadsheet
shortlist-scores-file = Download scores.csv
shortlist-columns = What the columns mean
shortlist-count = on the shortlist, of up to { $room }
shortlist-count-reserve = in reserve
shortlist-to-ranking = See the ranking
shortlist-why = Why
shortlist-decide = Decide
shortlist-table = Shortlist
shortlist-within-cut = Within the cut
shortlist-outside-cut = Outside the cut
shortlist-tied-all = It stays tied with others at the last place, and all of them are within the cut.
shortlist-tied-waits = It stays tied with others at the last place. By the rules each of them needs one more scorecard: invite one more judge, or give the cases to one in the plan. To put it forward without, give a reason.
shortlist-tied-drawn = It stays tied with others at the last place. By lot it came in place { $place } among them.
shortlist-cut = Cut
shortlist-back = The shortlist
shortlist-take-lede = Puts every case within the cut on the shortlist in one step: up to { $size }, or more where cases are tied. Each can be undone.
shortlist-take-early = { $count ->
    [one] One scorecard is still to come, so the ranking can still change. You can take the cut now; a case that climbs above it later you put on the shortlist yourself.
   *[other] { $count } scorecards are still to come, so the ranking can still change. You can take the cut now; a case that climbs above it later you put on the shortlist yourself.
}
shortlist-with-total = (weighted total { $total })
shortlist-reason = Reason
shortlist-take-now = { $count ->
    [one] Put this case on the shortlist
   *[other] Put these { $count } cases on the shortlist
}
shortlist-taken = { $count ->
    [one] One case is on the shortlist.
   *[other] { $count } cases are on the shortlist.
}
shortlist-stale = The ranking changed while you were looking. This is the cut as it is now.
shortlist-nothing-title = Nothing to take
shortlist-nothing-text = Every case within the cut is decided on already, or no case has enough scorecards yet.
shortlist-decided = The decision is recorded.
shortlist-undone = The decision is undone.
shortlist-rank-tied = { $rank }, shared
shortlist-to-case = See the whole case
shortlist-decision = What becomes of this case?
shortlist-follows-ranking = This follows the ranking, so no reason is needed.
shortlist-needs-reason = A reason is needed for: { $decisions }.
shortlist-event-shortlist = Put on the shortlist
shortlist-event-promote = Promote to the shortlist
shortlist-event-hold-in-reserve = Hold in reserve
shortlist-event-leave-out = Leave out
shortlist-leave-out-note = A case that is left out is not shortlisted. Until the resolution is signed it can be put back into judging, with a reason.
shortlist-look = See why
shortlist-rest = Leave the others out
shortlist-rest-count = { $count ->
    [one] One case is neither on the shortlist, in reserve nor left out.
   *[other] { $count } cases are neither on the shortlist, in reserve nor left out.
}
shortlist-rest-lede = These cases are neither on the shortlist nor in reserve. Left out, they are not shortlisted. Each can be put back into judging until the resolution is signed.
shortlist-rest-departs = These cases are neither on the shortlist nor in reserve. Left out, they are not shortlisted. A reason is needed: at least one of them is within the cut, or has too few scorecards to be ranked, as is said beside it. Each can be put back into judging until the resolution is signed.
shortlist-rest-unranked = (not ranked: too few scorecards)
shortlist-rest-now = { $count ->
    [one] Leave this case out
   *[other] Leave these { $count } cases out
}
shortlist-rest-left-out = { $count ->
    [one] One case is left out.
   *[other] { $count } cases are left out.
}
shortlist-rest-nothing = Every case is decided on
shortlist-rest-nothing-text = Each is on the shortlist, in reserve or left out.
shortlist-rest-back = Put those back that were left out together
shortlist-rest-back-lede = These cases were left out in one step. Put back, they are in judging again.
shortlist-rest-back-now = { $count ->
    [one] Put this case back into judging
   *[other] Put these { $count } cases back into judging
}
shortlist-rest-back-nothing = There is nothing to put back
shortlist-rest-back-nothing-text = No case is out because it was left out together with others.
shortlist-cut-back = Take the last cut back
shortlist-cut-back-lede = These cases were put on the shortlist by the last cut. Taken back, they are in judging again.
shortlist-cut-back-now = { $count ->
    [one] Take this case off the shortlist
   *[other] Take these { $count } cases off the shortlist
}
shortlist-cut-back-nothing = There is no cut to take back
shortlist-cut-back-nothing-text = No case is on the shortlist by a cut.
shortlist-cut-taken-back = { $count ->
    [one] One case is in judging again.
   *[other] { $count } cases are in judging again.
}
shortlist-together-stale = Something was decided while you were looking. These are the cases as they are now.
undo-shortlisted = Take it off the shortlist
undo-reserve = Take it out of the reserve
undo-not-shortlisted = Put it back into judging
undo-awarded = Take the result back
undo-highly-commended = Take the result back
undo-not-awarded = Take the result back
shortlist-undo-hint = The case is in judging again.

## The panel’s meeting

deliberation-title = Deliberation
deliberation-lede = What the panel resolved of each finalist, and why. Nobody outside sees it before the announcement.
deliberation-back = The deliberation
deliberation-result = Result
deliberation-why = Why the panel resolved this
deliberation-record = Record
deliberation-look = Look at it
deliberation-what = What did the panel resolve?
deliberation-what-hint = Award more than one case, and they win jointly. No award is a result too. It can be undone until the season is decided.
deliberation-event-award = Awarded
deliberation-event-commend = Highly commended
deliberation-event-not-award = Not awarded
deliberation-no-finalist = This case is not on the shortlist.
deliberation-recorded = The result is recorded.
deliberation-undo-hint = The case is a finalist without a result again.
deliberation-undone = The result is taken back.
deliberation-count-awarded = awarded
deliberation-count-commended = highly commended
deliberation-count-unsettled = without a result
deliberation-empty-title = Nobody is on the shortlist
deliberation-empty-text = The panel resolves on the cases that are put forward.
deliberation-not-yet = Results are recorded in the panel’s meeting, once the deliberation has begun.
deliberation-no-award = As it stands, no award is made here. That is a result, and the public page will say so.
deliberation-joint = { $count } cases win jointly.
deliberation-embargo = The season is decided. Nothing is public before you announce it.
deliberation-public = The result is public.
deliberation-see-public = See it as the public does
deliberation-others = What else can be won
deliberation-to-sign = The panel meets in its room, and records there what it resolves, or you record it here. When every finalist has a result, the chair signs the resolution, or the deputy where the chair is in conflict; with that the season is decided.
deliberation-minutes = The minutes of the meeting

## admin/files
files-title = Files
files-lede = Everything that can be taken away from this season, each file with a sentence on what it is. Where a file names people, it can be had without them.
files-recorded = That a file was taken is on record. Cases that are kept from you are in none of yours.
files-of-season = The whole season
files-whole = All columns
files-blind = Without names
files-as-csv = CSV
files-as-sheet = Spreadsheet
files-change = Change
files-choose = Save a choice of columns: { $file }
files-package = To the results package, and how it is checked
files-not-yet-judging = It is there once judging has begun.
files-not-yet-meeting = It is there once the deliberation has begun.
files-name-nominations = Nominations
files-name-cases = Cases
files-name-judges = The panel
files-name-conflicts = Conflicts of interest
files-name-confidentiality = Confidentiality
files-name-history = History
files-name-scores = Scores
files-name-ranking = Ranking
files-name-shortlist = Shortlist
files-name-meeting = Meeting sheet
files-name-package = Results package
files-name-case-pack = Cases to print

## admin/files/choices
choice-new = A choice of columns: { $file }
choice-edit = Change “{ $name }”
choice-lede = It stands beside its file for every season and every administrator. Its link holds the columns, so a link that you kept elsewhere goes on giving what it gave.
choice-name = Name
choice-name-hint = For instance: For the chair. At most { $limit } letters.
choice-name-noun = the name
choice-blind = Leave out names
choice-blind-hint = Who was put forward, by whom and from where. What people wrote in their own words may still tell.
choice-columns = Columns
choice-columns-hint = Tick those that you want. Numbers set an order of your own: 1 comes first. Ticked columns without a number follow in the order of this list. A name with a star stands for several columns.
choice-columns-noun = a column
choice-columns-none = Tick at least one column
choice-columns-naming = Without names there cannot be: { $columns }. Untick them, or leave names in
choice-place = Place of { $column }
choice-place-noun = the place
choice-save = Save
choice-saved = “{ $name }” is saved.
choice-remove-summary = Remove this choice
choice-remove-text = It disappears from the page of files, for everybody. Links that somebody kept go on working.
choice-remove = Remove
choice-removed = “{ $name }” is removed.

## exports/packs
case-pack-about = What was written of each case, in large print with each case on a new page, for reading on paper. No score is in it. It is one HTML file: open it and print.
case-pack-all = { $count ->
    [one] The one case
   *[other] All { $count } cases
}
case-pack-only-finalists = { $count ->
    [one] The one finalist
   *[other] The { $count } finalists
}
case-pack-named = With names
case-pack-blind = Without names
case-pack-none = There is no case to be read yet.
case-pack-of-finalists = The finalists’ cases, to print
case-pack-of-one = This case, to print
case-pack-finalists = The finalists
case-pack-care = Confidential: for the panel’s meeting only. Delete or destroy it when the panel has resolved.
case-pack-empty = There is no such case that you may read.

## judging/deliberation
room-back = The room
room-to-room = Go to the panel’s meeting
room-to-room-of = Go to the panel’s meeting on { $category }
room-reload = This page shows the room as it was when it was loaded. Reload it to see what changed.
room-reload-now = Reload
room-you-are-out = You are out now
room-you-are-out-text = The panel talks about a case that you have no part in. Leave the room, or mute the call and look away. This page tells you when you are back.
room-nothing-at-hand = No case is at hand
room-nothing-text = Whoever keeps the meeting calls the next case from the agenda.
room-now = Now: { $case }.
room-at-hand = At hand
room-decide = Record what the panel decides
room-look = Look at the case
room-put-down = Put the case down
room-call = Call
room-case = Case { $number }
room-out = Must be out
room-must-be-out = Must be out:
room-nobody-out = Nobody has to leave.
room-unread = Have yet to read it
room-read = Read the case
room-is-read = You have read this case.
room-reading-title = Have you read it?
room-reading-text = Whoever votes has read every case that the panel decides between. If you have an interest in this one, confirm nothing: tell the chair, who rules on it.
room-reading-confirm = I have read this case and have no interest in it
room-signed = The resolution is signed. Nothing here changes any more.
room-not-open = The panel does not meet now.
room-all-settled = Every finalist has a result. The minutes wait for your signature.
room-attendance = Who is here
room-attendance-note = Note who is here
room-attendance-save = Save
room-attendance-noted = It is noted who is here.
room-who-is-there = Who is present?
room-present = present
room-not-present = not noted as present
room-quorum = { $count ->
    [one] A result needs one judge with a vote present.
   *[other] A result needs { $count } judges with a vote present.
}
room-what-result = Award more than one case, and they win jointly. No award is a result too. It is provisional until the resolution is signed.
room-what-departs = The ranking says otherwise for some of these, so a departure from it needs its reason.
room-what-place = What follows the ranking needs no reason; a departure from it does.
room-event-shortlist = Put on the shortlist
room-event-hold-in-reserve = Hold in reserve
room-event-leave-out = Leave out
room-event-promote = Promote to the shortlist
room-event-award = Awarded
room-event-commend = Highly commended
room-event-not-award = Not awarded
room-result-text = Whoever keeps the meeting records what the panel decides.
room-result-other = You are out of another case of this category, so somebody else records what the panel decides: the secretary, or the deputy where the chair is out.
room-undo-finalist-hint = No result is recorded yet. Taken off the shortlist, the case is in judging again and no finalist. The reason goes on record.
room-undo-hint = It is as it was before the decision. The reason goes on record, and so does what is taken back.
room-decided = What the panel decided is recorded.
room-undone = The decision is taken back.
room-refused = { $why }

agenda-title = Agenda
agenda-lede = Drawn up so that people leave the room as seldom as possible: cases with the same people out stand together.
agenda-draw-up = Draw the agenda up
agenda-drawn-up = The agenda is drawn up.
agenda-change = Change the agenda
agenda-empty-title = There is no agenda yet
agenda-empty-text = Whoever keeps the meeting draws it up.
agenda-by-hand = By hand
agenda-up = Up
agenda-down = Down
agenda-remove = Take off
agenda-add = Add
agenda-besides = Not on the agenda
agenda-besides-text = Cases that may be talked about too.

ballot-title = Ballot
ballot-open = { $voted ->
    [0] A ballot is open. Nobody has voted yet.
    [one] A ballot is open. One has voted.
   *[other] A ballot is open. { $voted } have voted.
}
ballot-secret = Your vote is counted, and not kept beside your name: it cannot be taken back.
ballot-voted = You have voted.
ballot-no-vote = You are out of one of the cases that the panel decides between, so you have no vote here.
ballot-open-one = Open a ballot
ballot-count = Close the ballot and count it
ballot-choice-award = Award
ballot-choice-commend = Highly commend
ballot-choice-not-award = No award
ballot-choice-abstain = Abstain
ballot-counted = Votes: { $parts }.
ballot-counted-one = { $choice } { $count }

minutes-title = Minutes
minutes-lede = What the panel decided and why; never who said or voted what.
minutes-to-sign = Read and sign the minutes
minutes-cases = Cases
minutes-no-cases = No case was before the meeting.
minutes-present = Present
minutes-absent = Not noted as present
minutes-nobody = Nobody
minutes-out = Out while it was taken:
minutes-place = Rank { $rank }, weighted total { $total }
minutes-unranked = Not ranked
minutes-undone = Taken back:
minutes-no-award = The panel makes no award.
minutes-one-award = One case wins the award.
minutes-joint = { $count } cases win jointly.
minutes-unsettled = { $cases ->
    [one] One finalist has no result yet.
   *[other] { $cases } finalists have no result yet.
}
minutes-provisional = Provisional until the resolution is signed.
minutes-not-signed = Not signed.
minutes-sign-rest = { $count ->
    [one] One case is neither on the shortlist, in reserve nor left out. With the signature it becomes “Not shortlisted”, unless the ranking puts it forward or it has too few scorecards: then an administrator decides on it first.
   *[other] { $count } cases are neither on the shortlist, in reserve nor left out. With the signature they become “Not shortlisted”; an administrator decides first on one that the ranking puts forward, or that has too few scorecards.
}
minutes-sign-title = The resolution
minutes-sign-text = By signing you say that this is what the panel resolved. After that nothing of it changes, and the ledger seals it.
minutes-nobody-noted = Nobody is noted as present. Say in the room who is there before you sign: nothing changes afterwards.
minutes-sign = Sign the resolution
minutes-signed = The resolution is signed.
minutes-stale = Something changed while you were reading. Read it once more before you sign.
minutes-resolution = The resolution
minutes-signed-by = Signed by { $name }, { $role }, { $at }.
minutes-head = The ledger’s head at the signature, fact { $number }:
minutes-head-waits = The ledger seals this within a second or two. Reload the page to see its head.

## The result, in public

outcome-no-award = No award was made.
outcome-awarded = { $count ->
    [one] The winner
   *[other] The joint winners
}
outcome-commended = Highly commended
outcome-published = How it was judged, and what may be told of the result (ZIP)
outcome-check = How to check that file
outcome-check-text = It says itself what it holds, what is left out and why. It is signed, so that anybody can see that nobody changed it, under this public key:

## The outbox

outbox-title = Outbox
outbox-search = Search
outbox-search-hint = Whom it is to: name or address
outbox-every-kind = Every letter
outbox-failed-at = Failed { $at }
outbox-lede = { $count ->
    [0] No letter yet
    [one] One letter
   *[other] { $count } letters
}: what waits, what went out, what failed. What is written in a letter is not shown here, so that nobody can use a link in its reader’s place.
outbox-every-status = Every state
outbox-status-count = { $status } ({ $count })
outbox-status = State
outbox-filter = Show
outbox-clear = Show all
outbox-mail = Do letters arrive?
outbox-none-title = No letter matches
outbox-none-text = Search for fewer words, or ask for less.
outbox-none-all = All letters
outbox-empty-title = No letters
outbox-empty-text = Letters are listed here from the moment they are queued.
outbox-letter = Letter
outbox-to = To
outbox-tries = Tries
outbox-when = When ({ $zone } time)
outbox-action = Action
outbox-table = Letters
outbox-sent-at = Sent { $at }
outbox-due-at = Due { $at }
outbox-queued-at = Queued { $at }
outbox-resend = Send again
outbox-resend-about = { $letter } to { $address }
outbox-resent = The letter is on its way again.

## History

history-title = History
history-lede = Every fact that bears on the outcome, in the order in which it was recorded. Nothing here is ever changed.
history-sealed-up-to = { $waiting ->
    [0] Sealed up to number { $number }.
    [one] Sealed up to number { $number }; one fact waits to be sealed.
   *[other] Sealed up to number { $number }; { $waiting } facts wait to be sealed.
}
history-partial = Facts about cases that are kept from you are left out, and with them the counts that would tell of them.
history-nothing-sealed = { $waiting ->
    [0] Nothing is recorded yet.
    [one] Nothing is sealed yet; one fact waits.
   *[other] Nothing is sealed yet; { $waiting } facts wait.
}
history-empty-title = No such facts
history-empty-text = Ask for less of them at once: another season or kind, more days, anybody.
history-earlier = Earlier facts
history-season = Season
history-every-season = Every season
history-kind = Kind
history-every-kind = Every kind
history-by = Caused by
history-by-anybody = Anybody
history-case = Case
history-case-hint = Its number in the season
history-case-malformed = Write the case’s number, such as 12
history-case-needs-season = Choose the case’s season as well, since each season numbers its cases from 1
history-case-none = There is no such case in the season
history-from = From
history-from-noun = the first day
history-to = Up to and including
history-to-noun = the last day
history-to-before-from = The last day is before the first
ranking-file = Download ranking.csv
meeting-file = Download the meeting sheet (CSV)
file-as-sheet = As a spreadsheet
history-file = Download history.csv
history-whole = the whole history
history-filter = Show
history-clear = Show all
history-number = Number
history-when = When ({ $zone } time)
history-what = What happened
history-table = History
history-unsealed = Not sealed
history-nobody = The system or a visitor
history-yes = yes
history-no = no
history-detail = { $name }: { $value }
history-silenced = erased
history-score = { $criterion } { $points }
history-score-changed = { $criterion } from { $before } to { $after }
history-no-score = no score

fact-kind-organisation-set-up = Organisation set up
fact-kind-organisation-changed = Organisation changed
fact-kind-member-invited = Member invited
fact-kind-invitation-accepted = Invitation accepted
fact-kind-invitation-declined = Invitation declined
fact-kind-member-removed = Member removed
fact-kind-member-suspended = Member suspended
fact-kind-member-role-changed = Member role changed
fact-kind-sign-in-link-printed = Sign in link printed
fact-kind-programme-created = Programme created
fact-kind-programme-changed = Programme changed
fact-kind-mark-chosen = Mark chosen
fact-kind-mark-removed = Mark removed
fact-kind-steward-added = Steward added
fact-kind-steward-changed = Steward changed
fact-kind-proof-addresses-changed = Proof addresses changed
fact-kind-terms-drafted = Terms drafted
fact-kind-terms-moved = Terms moved
fact-kind-season-created = Season created
fact-kind-season-changed = Season changed
fact-kind-season-moved = Season moved
fact-kind-category-changed = Category changed
fact-kind-question-changed = Question changed
fact-kind-rule-set-changed = Rule set changed
fact-kind-rule-set-locked = Rule set locked
fact-kind-rule-set-corrected = Rule set corrected
fact-kind-rule-set-superseded = Rule set superseded
fact-kind-nomination-submitted = Nomination submitted
fact-kind-nomination-amended = Nomination amended
fact-kind-nominator-confirmed = Nominator confirmed
fact-kind-nomination-moved = Nomination moved
fact-kind-case-formed = Case formed
fact-kind-nomination-joined = Nomination joined
fact-kind-acceptance-recorded = Acceptance recorded
fact-kind-fact-check-recorded = Fact check recorded
fact-kind-referee-named = Referee named
fact-kind-referee-replaced = Referee replaced
fact-kind-case-moved = Case moved
fact-kind-interest-declared = Interest declared
fact-kind-interest-confirmed = Interest confirmed
fact-kind-confidentiality-written = Confidentiality written
fact-kind-confidentiality-accepted = Confidentiality accepted
fact-kind-biography-changed = Biography changed
fact-kind-panel-shown = Panel shown
fact-kind-suggestion-dismissed = Suggestion dismissed
fact-kind-interest-ruled = Interest ruled
fact-kind-assignments-planned = Assignments planned
fact-kind-stage-moved = Stage moved
fact-kind-finalist-read = Finalist read
fact-kind-stages-of-judge = Stages of judge
fact-kind-assignments-published = Assignments published
fact-kind-assignment-moved = Assignment moved
fact-kind-scorecard-submitted = Scorecard submitted
fact-kind-scorecard-reopened = Scorecard reopened
fact-kind-scorecard-carried = Scorecard carried
fact-kind-scorecard-changed = Scorecard changed
fact-kind-enquiry-made = Enquiry made
fact-kind-enquiry-answered = Enquiry answered
fact-kind-agenda-drawn-up = Agenda drawn up
fact-kind-agenda-changed = Agenda changed
fact-kind-case-called = Case called
fact-kind-attendance-noted = Attendance noted
fact-kind-reading-confirmed = Reading confirmed
fact-kind-ballot-opened = Ballot opened
fact-kind-ballot-counted = Ballot counted
fact-kind-resolution-signed = Resolution signed
fact-kind-results-published = Results published
fact-kind-results-withdrawn = Results withdrawn
fact-kind-exported = Exported
fact-kind-letter-resent = Letter resent
fact-kind-code-printed = Code printed
fact-kind-person-erased = Person erased
history-detail-closes = nominations close
history-detail-closes-at = nominations close
history-detail-digest = fingerprint
history-detail-event = by the step
history-detail-lot-seed = number that the lot was drawn by
history-detail-on = go on
history-detail-out = stay out
history-detail-submitted-count = submitted
history-detail-what = part
history-detail-by-whoever-presides-true = by whoever presides
history-detail-by-whoever-presides-false = not by whoever presides
history-detail-departs-true = it departs from the ranking
history-detail-departs-false = it follows the ranking
history-detail-empty-true = no nomination was left in it
history-detail-empty-false = nominations are left in it
history-detail-late-true = it came late
history-detail-late-false = it came in time
history-organisation-set-up = { $actor } set up the installation.
history-organisation-changed = { $actor } changed the organisation’s name or contact.
history-member-invited = { $actor } invited { $subject } to a role.
history-invitation-accepted = { $subject } accepted an invitation.
history-invitation-declined = { $subject } declined an invitation.
history-member-suspended = { $actor } suspended { $subject } from a panel.
history-member-role-changed = { $actor } changed what { $subject } is on the panel.
history-member-removed = { $actor } took a role away from { $subject }.
history-sign-in-link-printed = A sign-in link for { $subject } was printed at the server’s console.
history-programme-created = { $actor } set up the programme { $subject }.
history-programme-changed = { $actor } changed the programme { $subject }.
history-mark-chosen = { $actor } chose a mark for the programme { $subject }.
history-mark-removed = { $actor } removed the mark of the programme { $subject }.
history-steward-added = { $actor } added a steward to { $subject }.
history-proof-addresses-changed = { $actor } changed to which addresses the proof of the record of { $subject } is mailed.
history-steward-changed = { $actor } changed a steward of { $subject }.
history-terms-drafted = { $actor } drafted a version of the terms.
history-terms-moved = { $actor } moved a version of the terms to { $status }.
history-season-created = { $actor } set up the season { $subject }.
history-season-changed = { $actor } changed the season { $subject }.
history-season-moved = The season { $subject } moved to { $status }, by { $actor }.
history-category-changed = { $actor } changed a category.
history-question-changed = { $actor } changed a question or eligibility rule.
history-rule-set-changed = { $actor } changed the draft rule set.
history-rule-set-corrected = { $actor } corrected words of { $subject }.
history-rule-set-superseded = { $actor } put a new version in the place of { $subject }.
history-rule-set-locked = The rule set was locked and published, by { $actor }.
history-nomination-submitted = The { $subject } was submitted.
history-nomination-amended = The { $subject } was amended by its nominator.
history-nominator-confirmed = The nominator’s address of the { $subject } was confirmed.
history-nomination-moved = The { $subject } moved to { $status }, by { $actor }.
history-case-formed = { $actor } formed { $subject }.
history-nomination-joined = { $actor } joined the { $subject } to a case.
history-acceptance-recorded = { $subject }: the nominee’s answer was recorded as { $status }, by { $actor }.
history-fact-check-recorded = { $subject }: the fact check was recorded as { $status }, by { $actor }.
history-referee-named = { $actor } named a referee of { $subject }.
history-referee-replaced = { $actor } took a referee off { $subject }.
history-case-moved = { $subject } moved to { $status }, by { $actor }.
history-agenda-drawn-up = { $actor } drew up the agenda of the meeting on { $subject }.
history-agenda-changed = { $actor } changed the place of { $subject } on the agenda.
history-case-called = { $actor } called { $subject } in the panel’s meeting.
history-attendance-noted = { $actor } noted who was at the meeting on { $subject }.
history-reading-confirmed = { $actor } confirmed that they have read { $subject } and have no interest in it.
history-ballot-opened = { $actor } opened a ballot on { $subject }.
history-ballot-counted = { $actor } counted the ballot on { $subject }.
history-resolution-signed = { $actor } signed the panel’s resolution on { $subject }.
history-results-published = { $actor } published a part of the results of { $subject }.
history-results-withdrawn = { $actor } took back what was published of the results of { $subject }.
history-biography-changed = { $actor } changed the public biography of { $subject }.
history-panel-shown = { $actor } changed whether { $subject } shows in public who judges.
history-confidentiality-written = { $actor } brought a version of the confidentiality terms into force for { $subject }.
history-confidentiality-accepted = { $subject } accepted the confidentiality terms.
history-interest-declared = The question of interests was answered with { $status }: { $subject }.
history-interest-ruled = { $actor } ruled on an interest, { $status }: { $subject }.
history-interest-confirmed = { $actor } confirmed the answer on interests of { $subject }: { $status }.
history-suggestion-dismissed = { $actor } dismissed a suggested conflict about { $subject }.
history-assignments-planned = { $actor } planned who judges what: { $subject }.
history-assignments-published = { $actor } published assignments: { $subject }.
history-stage-moved = { $actor } moved { $subject } to the stage { $status }.
history-stages-of-judge = { $actor } changed the stages in which { $subject } judges.
history-finalist-read = { $actor } has read a finalist: { $subject }.
history-assignment-moved = An assignment moved to { $status }, by { $actor }: { $subject }.
history-scorecard-submitted = A scorecard was submitted: { $subject }.
history-scorecard-reopened = A scorecard was reopened, by { $actor }: { $subject }.
history-scorecard-carried = A scorecard goes on under new rules, without what no longer fits them: { $subject }.
history-scorecard-changed = A submitted scorecard was changed, by { $actor }: { $subject }.
history-enquiry-made = { $actor } asked the secretary about { $subject }.
history-enquiry-answered = { $actor } answered a judge’s question about { $subject }.
history-exported = { $actor } downloaded a file of personal data: { $subject }.
history-letter-resent = { $actor } sent a letter again: { $subject }.
history-code-printed = { $actor } printed a code for { $subject }.
history-person-erased = The data of a person were erased, by { $actor }.

## Files

exports-columns-title = What the columns of the files mean
exports-columns-lede = The names and the order of the columns are a promise: they change only with a notice in the change log.
exports-columns-form = CSV files are UTF-8 with a byte order mark (add ?bom=no to the address to leave it out), with commas and quotation marks after RFC 4180. Line breaks in a text are kept. A text that a spreadsheet would run as a formula begins with an apostrophe.
exports-columns-sheet = Each file can be had as a spreadsheet as well: the same columns under the same name, with .xlsx at its end. There a text is a text, whatever it begins with; a cell holds 32,767 letters, and a longer text says that it goes on in the CSV file.
exports-columns-chosen = Some of the columns, in an order of your own, are had by the address: add ?columns=case,rank to it, with the names below. A link like that can be kept and used again. ?blind=yes leaves out who was put forward, by whom and from where; what people wrote in their own words may still tell.
exports-columns-repeated = Where a file has one column for each question or criterion, answer_* and mean_* stand for all of them together, in their order. Administrators can save such choices on the page “Files” of a season.
exports-column = Column
exports-meaning = What it holds
exports-about-nominations = Every nomination of a season that was sent, in the order of their numbers.
exports-about-scores = A row for each judge, case and criterion of a category. A score is given once its scorecard is submitted.
exports-about-shortlist = Every case of a category that was laid before the judges, in the order of the ranking.
exports-about-confidentiality = A row for each acceptance of a version of the confidentiality terms, and for each one that is still awaited.
exports-about-cases = Every case of a season, in the order of categories and numbers, without those that are kept from whoever takes the file.
exports-about-judges = Everybody who was ever asked onto a season’s panel, with how far they are.
exports-about-ranking = Every case of a category that was laid before the judges, in the order of the ranking, with how sure its place is.
exports-about-meeting = What a chair prints for the meeting: the cases in the order of the agenda, who must be out for each, and room to write. The chair and the deputy have it as well as administrators, without the cases that are kept from them.
exports-about-history = The facts of the ledger as sentences, the earliest first, as the page of the history filters them, without those about cases that are kept from whoever takes the file.
exports-about-conflicts = Every answer to a question about an interest, by case and judge, with what became of it. It is as confidential as the interests themselves.
exports-column-cases-case = The case’s number
exports-column-cases-nominee = The nominee’s name
exports-column-cases-organisation = The nominee’s employer
exports-column-cases-category = What is to be won
exports-column-cases-status = Where the case stands
exports-column-cases-nominee-answer = What the nominee said to being put forward
exports-column-cases-fact-check = Whether somebody confirmed the facts
exports-column-cases-nominations = How many nominations the case joins
exports-column-cases-scorecards-received = How many scorecards count
exports-column-cases-scorecards-required = How many scorecards the case needs to be ranked
exports-column-cases-recusals = How many judges are recused from the case
exports-column-cases-exported-at = When the file was made
exports-column-judges-name = Who
exports-column-judges-email = Their address
exports-column-judges-role = What they are on the panel
exports-column-judges-membership = Whether they accepted, and whether they sit on it now
exports-column-judges-invited-at = When they were last asked
exports-column-judges-answer-by = By when they were to answer
exports-column-judges-decline-reason = Why they declined, if they said
exports-column-judges-scorecards-asked = How many scorecards are asked for, in or not
exports-column-judges-submitted = How many are in
exports-column-judges-begun = How many are begun and not in
exports-column-judges-not-begun = How many are not begun
exports-column-judges-waiting-for-ruling = How many wait for a ruling on an interest
exports-column-judges-recusals = From how many cases the judge is recused
exports-column-judges-will-not-come = How many will not come: abstained, suspended, or gone on without
exports-column-judges-exported-at = When the file was made
exports-column-conflicts-case = The case’s number
exports-column-conflicts-nominee = The nominee’s name
exports-column-conflicts-organisation = The nominee’s employer
exports-column-conflicts-judge = Whose interest it is
exports-column-conflicts-status = Where it stands: none, declared, unsure, may-judge or recused
exports-column-conflicts-kind = What it rests on, if that was said
exports-column-conflicts-effect = What the rules make of it
exports-column-conflicts-words = What the judge wrote
exports-column-conflicts-declared-at = When the judge answered
exports-column-conflicts-ruling-reason = Why it was ruled on as it was
exports-column-conflicts-ruled-at = When it was ruled on
exports-column-conflicts-scorecard-in = Whether the judge’s scorecard for the case is in: yes or no
exports-column-conflicts-judges-left = How many judges would be left for the case without this one
exports-column-conflicts-exported-at = When the file was made
exports-column-history-number = The fact’s number in the ledger; empty until it is sealed, a second after it is recorded
exports-column-history-recorded-at = When it was recorded
exports-column-history-caused-by = Who caused it
exports-column-history-kind = What kind of fact it is, in a word that stays the same
exports-column-history-sentence = What happened
exports-column-history-details = What else was recorded: reasons and notes first
exports-column-history-season = The season in which it happened
exports-column-history-seal = The fact’s seal: the SHA-256 of its text and of the seal before it
exports-column-history-exported-at = When the file was made
exports-column-ranking-rank = The rank; empty with too few scorecards, and where the scores do not tell the cases apart
exports-column-ranking-tied = Whether it shares its rank with another, all tie-breaks tried: yes or no
exports-column-ranking-case = The case’s number
exports-column-ranking-nominee = The nominee’s name
exports-column-ranking-organisation = The nominee’s employer
exports-column-ranking-status = Where the case stands
exports-column-ranking-weighted-total = The total by the method used, which decides the rank
exports-column-ranking-standard-error = The standard error of that total, where the method has one
exports-column-ranking-mean = The mean of the scorecards’ weighted totals, from 0 to 100
exports-column-ranking-below-merit-floor = Whether the total lies below the merit floor: yes or no
exports-column-ranking-within-cut = Whether the ranking would put the case forward: yes or no
exports-column-ranking-scorecards-received = How many scorecards count
exports-column-ranking-scorecards-required = How many scorecards the case needs to be ranked
exports-column-ranking-recusals = How many judges are recused from the case
exports-column-ranking-chance = The probability that the case belongs within the cut, from 0 to 1, where it is known
exports-column-ranking-rank-low = The best rank that the scores leave probable
exports-column-ranking-rank-high = The worst rank that the scores leave probable
exports-column-ranking-verdict = Whether its place is safe: safe, contested or out; empty where that is not known
exports-column-ranking-certainty = Of which scores the four columns before are: current, earlier while they are being worked out, or none
exports-column-ranking-each = The mean of a criterion on its own scale, one column for each criterion by its short name
exports-column-ranking-method-asked = The method that the rules ask for
exports-column-ranking-method-used = The method that the scores support
exports-column-ranking-merit-floor = The merit floor, from 0 to 100
exports-column-ranking-shortlist-size = How many cases may be put forward
exports-column-ranking-rule-set-version = The version of the rule set
exports-column-ranking-exported-at = When the file was made
exports-column-meeting-agenda = The case’s place on the agenda; empty while it is on none
exports-column-meeting-case = The case’s number
exports-column-meeting-nominee = The nominee’s name
exports-column-meeting-organisation = The nominee’s employer
exports-column-meeting-status = Where the case stands
exports-column-meeting-must-be-out = Who must leave the room for it
exports-column-meeting-rank = The rank; empty with too few scorecards
exports-column-meeting-weighted-total = The total that decides the rank
exports-column-meeting-scorecards-received = How many scorecards count
exports-column-meeting-scorecards-required = How many scorecards the case needs to be ranked
exports-column-meeting-decision = Empty, for the meeting
exports-column-meeting-reason = Empty, for the meeting
exports-column-meeting-exported-at = When the file was made
exports-column-nominations-number = The nomination’s number, as on its receipt
exports-column-nominations-status = Where the nomination stands
exports-column-nominations-category = What is to be won
exports-column-nominations-case = The number of the case that it is joined to
exports-column-nominations-nominee = The nominee’s name
exports-column-nominations-nominee-role = The nominee’s role
exports-column-nominations-nominee-organisation = The nominee’s employer
exports-column-nominations-nominee-email = The nominee’s address
exports-column-nominations-nominator = The nominator’s name
exports-column-nominations-nominator-role = The nominator’s role
exports-column-nominations-nominator-organisation = The nominator’s employer
exports-column-nominations-nominator-email = The nominator’s address
exports-column-nominations-nominator-telephone = The nominator’s telephone number
exports-column-nominations-relationship = How the nominator knows the nominee
exports-column-nominations-relationship-words = The same, in the nominator’s words
exports-column-nominations-self-nomination = Whether somebody puts themself forward: yes or no
exports-column-nominations-eligibility = What the answers to the rules amount to: met, unclear or not-met
exports-column-nominations-submitted-at = When it was submitted
exports-column-nominations-confirmed-at = When the nominator’s address was confirmed
exports-column-nominations-late = Whether it came after the close: yes or no
exports-column-nominations-each = The answer to a question, one column for each question by its short name
exports-column-nominations-progress-claims = The progress claims, one after another
exports-column-nominations-exported-at = When the file was made
exports-column-scores-case = The case’s number
exports-column-scores-nominee = The nominee’s name
exports-column-scores-organisation = The nominee’s employer
exports-column-scores-category = What is to be won
exports-column-scores-judge = The judge’s name
exports-column-scores-assignment-status = Where the judge’s assignment stands
exports-column-scores-criterion = The criterion’s short name
exports-column-scores-criterion-title = The criterion’s name
exports-column-scores-weight = How much the criterion counts, against the sum of all weights
exports-column-scores-score = The score, once the scorecard is submitted
exports-column-scores-lowest-possible = The lowest point of the scale
exports-column-scores-highest-possible = The highest point of the scale
exports-column-scores-weighted-total = The whole scorecard’s weighted total, from 0 to 100
exports-column-scores-comment = The judge’s comment for the panel
exports-column-scores-strongest = What the judge found strongest
exports-column-scores-would-have-helped = What the judge thinks would have helped
exports-column-scores-submitted-at = When the scorecard was submitted
exports-column-scores-rule-set-version = The version of the rule set
exports-column-scores-exported-at = When the file was made
exports-column-scores-stage = The stage: sift, scoring or interview
exports-column-scores-vote = In a sift the vote: pass, fail or unsure; such a row has no criterion
exports-column-shortlist-case = The case’s number
exports-column-shortlist-nominee = The nominee’s name
exports-column-shortlist-organisation = The nominee’s employer
exports-column-shortlist-category = What is to be won
exports-column-shortlist-status = Where the case stands
exports-column-shortlist-nominations = How many nominations the case joins
exports-column-shortlist-scorecards-received = How many scorecards count
exports-column-shortlist-scorecards-required = How many scorecards the case needs to be ranked
exports-column-shortlist-recusals = How many judges are recused from the case
exports-column-shortlist-mean = The mean of the scorecards’ weighted totals, from 0 to 100
exports-column-shortlist-median = The middle one of those totals
exports-column-shortlist-lowest = The lowest of those totals
exports-column-shortlist-highest = The highest of those totals
exports-column-shortlist-spread = The sample standard deviation of those totals
exports-column-shortlist-weighted-total = The total that decides the rank
exports-column-shortlist-rank = The rank; empty with too few scorecards
exports-column-shortlist-each = The mean of a criterion on its own scale, one column for each criterion by its short name
exports-column-shortlist-verdict = Empty, for the meeting
exports-column-shortlist-comment = Empty, for the meeting
exports-column-shortlist-rule-set-version = The version of the rule set
exports-column-shortlist-exported-at = When the file was made
exports-column-confidentiality-name = Who
exports-column-confidentiality-email = Their address
exports-column-confidentiality-role = What they are on the panel
exports-column-confidentiality-membership = Whether they sit on it now: active, suspended or ended
exports-column-confidentiality-version = The number of the version
exports-column-confidentiality-in-force = Whether it is the version that is asked for now: yes or no
exports-column-confidentiality-accepted-at = When they accepted it; empty while it is awaited
exports-column-confidentiality-digest = The SHA-256 of the version’s text, as in the ledger
exports-column-confidentiality-exported-at = When the file was made

## admin/mail.rs and admin/mail/view.rs
mail-title = Do letters arrive?
mail-no-server = No mail server is set: letters are written as files into the folder of data, and reach nobody.
mail-lede = How letters go out, what your domain must publish so that they are believed, and what failed of late.
mail-back = Outbox
mail-transport = Handed over
mail-by-server = To the mail server { $server }
mail-by-files = As files in the folder { $folder }
mail-files-care = No mail server is set, so nothing goes out. Start Plaudit with a mail server’s address (the setting “smtp-url”) before you invite anybody.
mail-from = They come from
mail-last-sent = Last taken
mail-none-sent = None yet
mail-waiting = Waiting
mail-given-up = Given up
mail-again = When one is not taken
mail-again-text = It is tried again after 1, 5 and 30 minutes, then 2, 8 and 24 hours, and then given up. You can send it again at any time.
mail-trial = Send a trial letter
mail-trial-text = Send one to an address outside your organisation, and look whether it arrives, where it lands, and what the reader’s mail program says about it.
mail-email = Email address
mail-email-noun = the email address
mail-email-hint = It is not kept for anything else.
mail-send = Send a trial letter
mail-trial-sent = A trial letter to { $address } is on its way. If it is not there in five minutes, look at the failures below.
mail-trial-written = The trial letter to { $address } becomes a file in the folder { $folder }. No mail server is set, so it reaches nobody.
mail-domain = What { $domain } must publish
mail-domain-text = Plaudit does not look these up. Give them to whoever looks after your domain’s DNS. A letter that passes all three rarely lands among junk.
mail-your-server = your.mail.server
mail-spf = SPF: who may send
mail-spf-text = A TXT record at { $domain } that begins with “v=spf1” and names the mail server. If there is one already, add the server to it: two records cancel each other out. For example:
mail-dkim = DKIM: a signature
mail-dkim-text = The mail server signs each letter with a key for { $domain }. Its public half is a TXT record under a name that the mail server’s operator chooses and gives you. The record stands at:
mail-dkim-selector = NAME
mail-dmarc = DMARC: what to do when both fail
mail-dmarc-text = A TXT record that asks others to report letters that claim to come from { $domain } and do not. Begin with reports only, and ask for more when they are clean. The name, and a record to begin with:
mail-failures = Last failures
mail-no-failures = No failures
mail-no-failures-text = Every letter that was tried was taken, or has been taken since.
mail-failure = What was answered
mail-queued-at = Queued ({ $zone } time)

## letters/trial.rs
letter-proof-subject = Proof of the record: { $programme }, { $season }
letter-proof = The panel has signed its resolution on { $category } ({ $programme }, { $season }). This is where the record of the award stood with that signature:
letter-proof-number = Number
letter-proof-seal = Seal
letter-proof-keep = Keep this letter where whoever runs the award’s server cannot change it. There is nothing else to do.
letter-proof-check = Every fact of the award is sealed together with all that came before it. To check at any time that none was changed or taken out before the signature, ask whoever runs the server to run this in your presence, with the seal above for SEAL. It answers that the seal is in the record; if history was rewritten, it says that it is not.
letter-proof-command = Command
letter-proof-why = You get this letter because the award’s administrator entered your address as one of its stewards’.
letter-trial-subject = A trial letter from { $host }
letter-trial = Somebody who runs the award at { $host } wanted to know whether letters arrive. If you read this, this one has. There is nothing to do.
letter-trial-headers = If you can, look at this letter’s source: the line “Authentication-Results” says whether SPF, DKIM and DMARC passed.

## admin/nominations/several.rs and admin/nominations/several/view.rs
cases-several-tick = Choose case { $number }
cases-several-tell = Record those ticked as told
cases-several-untell = Take ‘told’ back
cases-several-eligible = Find those ticked eligible
cases-several-reopen = Take ‘eligible’ back
cases-several-none-text = Go back, tick some cases with which this can be done, and press the button again.
cases-several-tell-title = Record several nominees as told
cases-several-tell-lede = Each nominee was told today that they are nominated, with the privacy notice. Nothing is sent from here. It can be taken back until the case goes to the judges; once a nominee has answered, on the page of the case.
cases-several-tell-left-out = Their nominees were told before, or have answered.
cases-several-tell-now = { $count ->
    [one] Record one nominee as told
   *[other] Record { $count } nominees as told
}
cases-several-tell-done = { $left ->
    [0] { $count ->
        [one] One nominee is recorded as told.
       *[other] { $count } nominees are recorded as told.
    } To take it back, press “Take ‘told’ back”.
   *[other] { $count } recorded as told. { $left } left as they were, because somebody else had changed them.
}
cases-several-untell-title = Take back that several nominees were told
cases-several-untell-lede = They count as not told, and the time in which they must be told runs on.
cases-several-untell-left-out = Their nominees are not told yet, or have answered.
cases-several-untell-now = { $count ->
    [one] Record one nominee as not told
   *[other] Record { $count } nominees as not told
}
cases-several-untell-done = { $left ->
    [0] { $count ->
        [one] One nominee counts as not told.
       *[other] { $count } nominees count as not told.
    }
   *[other] { $count } count as not told. { $left } left as they were, because somebody else had changed them.
}
cases-several-eligible-title = Find several cases eligible
cases-several-eligible-lede = Their nominees have accepted and their facts are confirmed. Nothing has happened yet, and each can be taken back until judging begins.
cases-several-eligible-left-out = The nominee has not accepted, the facts are not confirmed, or it is decided already. Decide on each by itself.
cases-several-eligible-now = { $count ->
    [one] Find one case eligible
   *[other] Find { $count } cases eligible
}
cases-several-eligible-done = { $left ->
    [0] { $count ->
        [one] One case is eligible.
       *[other] { $count } cases are eligible.
    } To take it back, press “Take ‘eligible’ back”.
   *[other] { $count } are eligible. { $left } left as they were, because somebody else had changed them.
}
cases-several-reopen-title = Take back that several cases are eligible
cases-several-reopen-lede = Their eligibility waits for a decision again.
cases-several-reopen-left-out = They are not eligible now.
cases-several-reopen-now = { $count ->
    [one] Take one case back
   *[other] Take { $count } cases back
}
cases-several-reopen-done = { $left ->
    [0] { $count ->
        [one] One case waits for a decision again.
       *[other] { $count } cases wait for a decision again.
    }
   *[other] { $count } wait for a decision again. { $left } left as they were, because somebody else had changed them.
}
several-column = Choose
several-tick = Choose { $number }
several-elsewhere = { $count ->
    [one] One more that is ticked stands on another page.
   *[other] { $count } more that are ticked stand on other pages.
}
several-tick-all = Tick all on this page
several-accept = Accept those ticked
several-remind = Remind those ticked
several-apart = Tell those ticked apart
several-back = All nominations
several-none-title = Nothing to do here
several-none-text = Go back, tick some nominations, and press the button again.
several-none-of-those = With none of those that were ticked can this be done. Where each stands is said below.
several-table = The chosen nominations
several-becomes = Becomes
several-new-case = A case of its own
several-into-case = Part of case { $number }, of the same person
several-with = Part of the case of { $number }, of the same person
several-unsure = Somebody with this name or address is there, perhaps another person. Decide on it by itself.
several-against = Decide on it by itself.
several-left-out = Left out
several-accept-title = Accept several nominations
several-accept-lede = This is what will happen. Nothing has happened yet, and each can be told apart again until judging begins.
several-accept-now = { $count ->
    [one] Accept one nomination
   *[other] Accept { $count } nominations
}
several-accepted = { $left ->
    [0] { $count ->
        [one] One nomination is accepted.
       *[other] { $count } nominations are accepted.
    } To take it back, press “Tell those ticked apart”.
   *[other] { $count } accepted. { $left } left as they were, because somebody else had decided on them.
}
several-apart-title = Tell several nominations apart
several-apart-lede = They wait for a decision again, and leave their cases. A case that has no other nomination is withdrawn with it.
several-apart-reason = Reason
several-apart-now = { $count ->
    [one] Tell one nomination apart
   *[other] Tell { $count } nominations apart
}
several-told-apart = { $left ->
    [0] { $count ->
        [one] One nomination waits for a decision again.
       *[other] { $count } nominations wait for a decision again.
    }
   *[other] { $count } told apart. { $left } left as they were, because that is not possible any more.
}
several-remind-title = Remind several nominators
several-remind-lede = Each gets a letter with a fresh link to confirm their address. Their nominations count all the same. A letter cannot be called back.
several-remind-now = { $count ->
    [one] Send one reminder
   *[other] Send { $count } reminders
}
several-reminded = { $count ->
    [0] Nobody had to be reminded.
    [one] One reminder is on its way.
   *[other] { $count } reminders are on their way.
}
