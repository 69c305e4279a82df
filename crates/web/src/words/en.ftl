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
