### The words of the screens after the first. The report's words (verdicts, causes, steps, kinds of file) are in crates/playbook/locales.

## The result

headline-flagged = { $count ->
        [one] One charge needs a closer look
       *[other] { $count } charges need a closer look
    }
headline-ask = { $count ->
        [one] Just one charge for you to confirm
       *[other] Just { $count } charges for you to confirm
    }
headline-ask-and-open = { $count ->
        [one] One charge
       *[other] { $count } charges
    } for you to confirm, { $open } that cannot be judged yet
headline-not-covered = { $count ->
        [one] With your order data, this charge can be checked
       *[other] With your order data, { $count } charges can be checked
    }
headline-partly-covered = Everything your files cover is explained
headline-clear = Every charge is explained
headline-no-amazon = No Amazon charges found
answer = { $total ->
        [one] One Amazon charge: { $parts }.
       *[other] { $total } Amazon charges: { $parts }.
    }
answer-joint = {", "}
answer-explained = { $count } explained
answer-ask = { $count } for you to confirm
answer-flagged = { $count } to look into{ $sums }
answer-not-covered = { $count } not covered by your order data
answer-not-covered-no-orders = { $count } not covered, because there is no order data yet
answer-not-covered-end = { $count } not covered, because your order data ends on { $day }
answer-not-covered-start = { $count } not covered, because your order data begins on { $day }
answer-none = { $count ->
        [one] There was one charge from another shop.
       *[other] There were { $count } charges from other shops.
    }
answer-sums = {" "}({ $sums })
tiles = How many of each. Press one to see only those
tile-unit = { $count ->
        [one] charge
       *[other] charges
    }
charge-panel = The charge you chose
plan-panel = Next steps
no-orders-title = Your order data would tell more
no-orders-text = The statement alone shows renewals and double charges. To see what each charge was for, add your Amazon order data.
search = Search shop, item or amount
search-short = Shop, item, amount
filter-month = Month
filter-card = Card
sort = Sort by
all-months = All months
all-cards = All cards
all-services = All services
filter-service = Service
more-filters = Filter and sort
month-line = This month’s check
month-line-new = { $count ->
        [one] { $count } new charge
       *[other] { $count } new charges
    }
month-line-refunds = { $count ->
        [one] { $count } refund to come
       *[other] { $count } refunds to come
    }
month-line-prices = { $count ->
        [one] { $count } price changed
       *[other] { $count } prices changed
    }
month-line-renewals = { $count ->
        [one] { $count } coming renewal
       *[other] { $count } coming renewals
    }
next-line = What to do next
to-pictures = Month by month
card-beginning = Card beginning { $card }
card-ending = Card ending { $card }
card-short = Card { $card }
sort-newest = Newest first
sort-oldest = Oldest first
sort-largest = Largest first
other-merchants = Show other shops ({ $count })
clear-filter = Clear filters
no-match-here = No charge fits within these filters.
hidden-rows = { $count ->
    [one] Show one more that the filters hide
   *[other] Show { $count } more that the filters hide
}
no-match = No charge fits. Try other words or fewer filters.
new-since = New since last time ({ $count })
clear-text = There is nothing to check right now. Check again next month.
clear-remind = Put a monthly reminder in my calendar
no-day = No date
cause-of-item = { $cause }: { $item }
item-and-more = { $item } and { $more } more
group-notMine = You said: not mine
    .short = Not mine
group-notMine-about = Get in touch soon. Each charge tells you how.
group-settled = Confirmed by you
    .short = Confirmed
group-settled-about = You said that you or your family made these.
group-from-files = Found in your files
badge-me = Mine
badge-family = Family
badge-notMine = Not mine
no-charges-title = No charges were found
no-charges-text = The file was read as a statement, but there was no charge in it. Try another month as well.
only-orders-title = Your order data is here
only-orders-text = Only the card statement is missing. Add it, and each charge is compared with your orders.
unreadable-title = None of the files could be read
unreadable-text = Below is the reason for each file, and what to do instead.

## One charge

back-to-list = Back to the list
evidence = What was compared
other-items = Also in this order, but not in this charge: { $items }
refund-records = What Amazon’s data says of the refund
refunded-on = Day of the refund
refund-sum = Amount of the refund
orders-linked = { $count ->
        [one] The order behind this charge
       *[other] The { $count } orders behind this charge
    }
order-id = Order number
ordered-on = Ordered on
shipped-on = Shipped on
order-total = Order total
seller = Sold by
recipient = Delivered to
order-card = Paid with
order-status = Order status
order-status-closed = Completed
order-status-authorized = Being processed
order-status-cancelled = Cancelled
where = Found in
place-lines = { $count ->
        [one] { $file }, line { $lines }
       *[other] { $file }, lines { $lines }
    }
on-statement = On the statement
statement-kind = Statement
posted-on = Posted on
card = Card
holder = Card holder
service = Service
memo = Note
about-finding = About this finding
finding-next = How to check:
alternatives = Equally possible
nearest = Is one of these orders yours?
nearest-about = Orders that no charge belongs to yet, the nearest in amount and day. None of them need be the answer.
it-was-this = It was this order
order-named = The order you said it is
order-named-said = Noted as the charge for this order.
not-that-order = It was not this order
question-count = { $count } charges
question-answers = Answer all { $count } at once
question-prepare = Ask about all { $count } together
alternatives-about = Each of these fits just as well. See whether you recognise an item.
not-covered-no-orders = There is no order data yet, so nothing can be said. { $answer ->
        [notMine] {""}
       *[other] It does not mean anything is wrong.{" "}
    }Add your Amazon order data to check it.
not-covered-span = Your order data covers { $span }. This charge is outside of it, so nothing can be said yet.{ $answer ->
        [notMine] {""}
       *[other] {" "}It does not mean anything is wrong.
    }
settled-verdict = { $answer ->
        [family] You said that this is your family’s. There is nothing more to do about it.
       *[me] You said that this is yours. There is nothing more to do about it.
    }
settled-findings = What the files say about it
answers-title = Do you recognise this charge?
answers-title-owed = Is this purchase yours or your family’s?
answers-owed = If it is, it still stays to be looked into: the money is owed to you until a statement shows that it came back.
answers-title-sure = You need not answer. Is there something you do not recognise?
answers-title-repeat-purchase = Did you want two?
answer-button-me-repeat-purchase = Yes, both are mine
answer-button-family-repeat-purchase = My family ordered it
answer-button-notMine-repeat-purchase = No, not mine
answer-button-me = This was me
answer-button-family = Family
answer-button-notMine = Not mine
answer-take-back = Take the answer back
answered-me = Marked as yours.
answered-family = Marked as your family’s.
answered-notMine = Marked as not yours and moved to the top of the list.
answered-undone = Answer taken back.
answered-all-me = { $count } marked as yours.
answered-all-family = { $count } marked as your family’s.
answered-all-notMine = { $count } marked as not yours and moved to the top of the list.
bulk = Answer all { $count } at once
bulk-me = All { $count } were me
bulk-family = All { $count } were family
undone = Taken back.
step-ticked = “{ $step }” marked as done.
step-unticked = “{ $step }” is open again.
files-read = { $count ->
        [one] One file was read, and all charges were looked at again: see “Result”.
       *[other] { $count } files were read, and all charges were looked at again: see “Result”.
    }
files-unread = { $count ->
        [one] One file could not be read. The list says why.
       *[other] { $count } files could not be read. The list says why.
    }
month-added = { $month } added: { $count ->
        [one] one new charge
       *[other] { $count } new charges
    }, { $open ->
        [0] nothing to look at.
       *[other] { $open } to look at.
    }
charges-added = Added: { $count ->
        [one] one new charge
       *[other] { $count } new charges
    }, { $open ->
        [0] nothing to look at.
       *[other] { $open } to look at.
    }
file-removed = { $file } removed.
case-beside-kept = What is kept on this device stays as it was. This case is only open; if you keep it, it takes the other’s place.
case-closed = The result is closed.
would-change = What would change this
change-flagged =
    Order data of your family or of another account in which the order is found
    Order data for this day that you have not given yet, if there is any
    Your answer that it was you or your family
change-ask =
    Your answer that it was you or your family
    Your answer that it was not
    Order data that is missing now
change-amazon-pay =
    Your answer that it was you or your family, if you find the purchase in your Amazon Pay history
    Your answer that it was not
change-other-service =
    Your answer that it was you or your family, if one of you uses that service
    Your answer that it was not
change-money-owed =
    A later statement that shows the refund or the reversal
change-look-alike =
    Your answer that it was you or your family, if your card issuer names a shop that you know
change-notCovered =
    Order data that covers this day
    Your own answer
change-explained =
    Your answer “not mine”, if you know neither the item nor the day
candidate = Possibility { $number }
misuse-title = First things to do when it is not yours
misuse-text = Ask your family too. If nobody recognises it, go on in this order. Deadlines are in the steps.
all-steps = See all steps

## The monthly check

monthly-title = This month’s check
refunds-title = Refunds that have not come yet
refund-overdue = Should have shown on a statement by { $day }, and does not
refund-waiting = Should show on a statement by about { $day }
refund-unseen = Add the statement of about { $day } to see whether it came
prices-title = Prices that changed
price-change = { $old } → { $new }
price-since = Since the charge of { $day }
renewals-title = Coming renewals
renewal-unseen = The next day is not known: the last record is of { $last }, and your { $files ->
        [orders] order data ends
       *[statements] statements end
    } on { $until }. Newer files will show whether it goes on.
renewals-about = Days and amounts are estimated from earlier charges.

## Next steps

plan-title = Next steps
plan-lead = { $done } of { $total } done. Start at the top; do what you can.
plan-empty = There is nothing you need to do right now.
print-steps = Print this list
because = Because of: { $reasons }
because-joint = {", "}
due = By { $day }
clock-charge = Counted from the charge
clock-statement = { $region ->
        [us] Counted from when the statement was sent
       *[other] Counted from the statement notice
    }
clock-earliest = { $region ->
        [us] At the earliest { $day }, counted from the charge, as the day the statement was sent is not known.
       *[other] At the earliest { $day }, counted from the charge, as the day of the notice is not known.
    }
clock-earliest-passed = { $region ->
        [us] Counted from the charge this was { $day }, which has passed. The true last day is later: it counts from the day the statement was sent, which is not known.
       *[other] Counted from the charge this was { $day }, which has passed. The true last day is later: it counts from the day of the notice, which is not known.
    }
clock-enter-notice = { $region ->
        [us] Enter that day below to make it exact.
       *[other] Enter below the day on which it came to make it exact.
    }
clock-of = This is for the earliest charge ({ $amount } on { $day }).
clock-passed = { $day } (this has passed; get in touch all the same)
notice-came = { $region ->
        [us] Day the first statement with the charge was sent
       *[other] Day the statement notice came
    }
expect = What happens then
plan-charges = The charges this is about
step-charges = Only these
more-charges = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
contact-as-of = (as of { $day }; check it on the official site)
done-on = Done on { $day }
steps-count = { $count ->
        [one] one step
       *[other] { $count } steps
    }
to-prepare = Letters and phone scripts
to-pack = Make a case file to show or print
how = How to do it
note = Note
note-for = Note on “{ $step }”

## Contacts made

contacts-title = Who you contacted
contacts-about = When you called or wrote, to whom, and what they said. It makes the next call easier, and goes into the texts and the printed record.
contact-record = Write down that I contacted them
contact-day = Day
contact-whom = Whom
contact-answer = Answer, reference number, name
contact-add = Write it down
contact-remove = Remove the entry “{ $whom }”
contact-added = The contact is written down.
contact-removed = Entry removed.
whom-amazon = Amazon
whom-seller = The seller
whom-issuer = Card issuer
whom-police = Police
whom-consumer = Consumer advice service

## All findings and steps

texts-title = What does this text mean?
texts-lead = Enter the text as your statement or notice shows it. You read what it stands for, and which of Amazon’s files an order would be in.
texts-label = The text, as your statement shows it
texts-usual = Usual texts
texts-elsewhere = Usual in other countries
texts-alike = Similar in the list
texts-failed = This could not be looked up just now. Open the page again and try once more.
text-means = What does this text mean?
text-kind-known = A text we know
text-kind-unknown = Like Amazon, not known to us
text-kind-imitation = Made to look like Amazon
text-kind-other = Another shop’s name
text-site = Shop
text-orders = Orders
text-orders-goods = If there is an order, it is in the order history of Amazon’s data.
text-orders-digital = If there is an order, it is among the digital orders of Amazon’s data.
text-orders-either = If there is an order, it is in the order history or among the digital orders of Amazon’s data.
text-orders-nowhere = Amazon’s order data does not list it.
text-seen = Seen on statements in
text-next-known = With the amount and the day of a charge, you can find out what it was for.
text-next-unknown = The name alone is no sign of anything wrong. Think of a shop of that name, and ask your family. If nobody knows it, your card issuer can tell you the shop’s full name.
text-next-imitation = If a charge bears this name, tell your card issuer, on the number printed on the card. If you saw it in a mail or a text message, you need not open its links.
text-next-other = A company may charge under another name than its shop’s. If you do not know it, your card issuer can tell you the shop’s full name.
text-check = Check a charge with this text
text-list = Find charges with this text
catalogue-title = All findings and steps
catalogue-lead = Everything Mioboe can find, and what to do then.
catalogue-rules = What it finds
catalogue-steps = What to do
catalogue-why = Why it matters
catalogue-check = How to check
catalogue-asks-for = What to do then
catalogue-asked-by = When it is advised

## Letters

back-to-steps = Back to next steps
prepare-title = Letters and phone scripts
prepare-lead = These texts are filled in from the charges you choose. Read them and change what needs changing before you use them. Nothing is sent from here.
prepare-none = No charge calls for a letter right now. If you answer “not mine” to a charge, its texts can be prepared here.
prepare-charges = Which charges
prepare-charges-about = { $dispute ->
        [unauthorised] Tick only the charges that nobody at home knows.
       *[other] Tick only the charges that this is about.
    } The text speaks of those that are ticked.
prepare-dispute = What it is about
prepare-details = About you
prepare-details-about = It only goes into the texts and is kept nowhere. What you leave out becomes “＿＿＿”. Please write no full card number and no password.
prepare-which = Which text
prepare-for-charge = Ask about this charge
prepare-for-charge-about = Texts for Amazon and your card company, filled in with this charge.
detail-name = Your name
detail-contact = How to reach you (phone or mail)
detail-issuer = Name of your card company
detail-noticed = Day you noticed
letter-subject = Subject
letter-charge = - { $day }: { $amount }, “{ $merchant }”
letter-twin = {"  "}(the other one: { $day }: { $amount }, “{ $merchant }”)
letter-order = - { $order } ({ $about })
letter-line = - { $text }
letter-no-order = { $traced ->
        [amazon-pay] - A payment through Amazon Pay has no order number of Amazon’s
        [other-shop] - This is not an order at Amazon
        [look-alike] - I know of no order number, and cannot tell whether the charge is Amazon’s
        [uncovered] - I do not have the order data of that day yet
       *[none] { $dispute ->
            [recurring-after-cancelling] - The fee of a plan, which has no order of its own
           *[other] - There is no matching order in my order data
        }
    }
record-contact = Contacted { $whom }
record-joint = {": "}
copy-letter = Copy the text
refill-letter = Undo my changes
letter-refilled = The letter is as it was before your changes.
letter-copied-yes = Copied.
letter-copied-selected = The text is selected. Copy it with Ctrl+C (⌘C on a Mac).

## Records

pack-page-title = Make a case file to show or print
pack-page-lead = Records to show to your card company or an advice service, made on this device.
redaction = Leave out names, addresses and card digits
redaction-on = They are left out, and files go by a number instead of their name. Your notes and contacts stay as you wrote them.
redaction-off = Nothing is left out. Before you hand it on, see whether all of it may be seen.
pack-scope = Charges that go in
scope-asked = Only disputed charges
scope-amazon = All Amazon charges
export-title = Take it with you
export-print = Print or PDF
export-print-about = Prints what is below on A4. The print dialog can save it as a PDF as well.
export-csv = Table (CSV)
export-csv-about = Opens in a spreadsheet.
export-case = Case file (JSON)
export-case-about = Keeps the result, your answers and steps. Put it in here again to go on.
export-calendar = Reminders (calendar)
export-calendar-about = Deadlines of steps and the day of the monthly check. Nothing of your charges is in it.
pack-preview = What will be printed
reminder-clock = { $step } (last day, { $clock ->
        [charge] counted from the charge
        [earliest] at the earliest, counted from the charge
       *[statement] counted from the statement notice
    })
reminder-monthly = Compare the card statement with Amazon orders
timeline-title = Day by day
timeline-charge = Charge { $amount }
timeline-refund = Refund { $amount }
timeline-promised = Refund of { $amount } in Amazon’s data (order { $order }), not on a statement yet
timeline-ordered = Ordered { $order }
timeline-shipped = Shipped { $order }
timeline-contact = Contacted: { $whom }
timeline-contact-answer = (answer: { $answer })
timeline-done = Done: { $step }
timeline-answer = (the holder’s answer: { $answer })
csv-day = Day
csv-merchant = As on the statement
csv-sum = Amount
csv-currency = Currency
csv-card = Card
csv-verdict = Verdict
csv-why = Why
csv-orders = Order number
csv-items = Items
csv-answer = Holder’s answer
csv-place = Found in

## Files

files-lead = What each file was found to be, and how much of it was used. You can add more at any time.
add-files = Add files
start-again = Start again
files-ignored = { $count ->
        [one] One more file is not needed for the check
       *[other] { $count } more files are not needed for the check
    }
source-span = Period
source-rows = Rows used
source-rows-used = { $used } of { $rows }
source-mails = Mails read
source-mails-used = { $used } of { $rows }
source-skipped = Not used
skipped-for = { $reason }: { $count }
problems = { $count ->
        [one] One place could not be read
       *[other] { $count } places could not be read
    }
more-problems = The other { $count }
line = Line { $line }
given-files = Files you added
remove = Remove
remove-file = Remove { $file }

## The columns of a table

mapper-open = Correct how the columns are read
mapper-title = Please say what each column is
mapper-text = The likely meanings are filled in. Change only what is wrong.
mapper-column = Column { $number }
mapper-role = Meaning of the column “{ $column }”
role-none = Not used
role-date = Date
role-merchant = Shop
role-amount = Amount
role-out = Money out (payments)
role-back = Money in (refunds)
role-currency = Currency
role-card = Card number
role-holder = Card holder
role-memo = Note
mapper-samples = It would be read like this
sample-out = { $day } · { $merchant } · { $sum } paid
sample-back = { $day } · { $merchant } · { $sum } back
mapper-lacking = Please choose the column for: { $roles }.
mapper-use = Read it like this
mapper-forget = Go back to automatic reading
table-given = The columns are set.
table-forgotten = Back to reading it automatically.
mapper-leave = Not a statement: leave it out
mapper-kept = You will not be asked again for files with the same headings.
mapper-not-kept = This is remembered until you close the page. If you choose “Keep on this device” in Settings, you will not be asked again.
ask-text = We can’t tell from the file. Please choose one.
ask-dates = Which day is “{ $text }”?
ask-sums = How much is “{ $text }”?
ask-sums-none = Not an amount
ask-sign = Which rows are payments?
ask-sign-plus = The rows with plus are payments
ask-sign-minus = The rows with minus are payments
ask-currency = Which currency is this statement in?
ask-currency-text = The amounts have fractions, so they do not seem to be yen.
ask-currency-use = Read it in this currency
waiting-files = { $count ->
        [one] One file is not read yet
       *[other] { $count } files are not read yet
    }
waiting-file = “{ $file }” joins the result once you say, for instance, what its columns are.
waiting-title = Please say how to read the file
waiting-text = Once you have chosen how to read the table, its charges are checked.
waiting-go = Choose

## Mails

mails-title = Mails checked
mail-open = See the reasons and what to do
mail-without-subject = Mail without a subject
mail-gone = This mail is not among the files that are open.
mail-reasons = Why it is judged so
mail-headings = Email details
mail-subject = Subject
mail-from = From
mail-reply-to = Answers go to
mail-date = Date
mail-attachments = Attachments
mail-orders = Order numbers
mail-links = { $count ->
        [one] Where its link leads
       *[other] Where its { $count } links lead
    }
mail-links-text = They are written so that nothing opens them. No link and no picture was loaded.
mail-link-shown = The mail shows: { $text }
mail-more-links = { $count } more
mail-ask-entered = Did you enter anything where this mail led you?
mail-ask-entered-text = If you entered a password, a card number or a code, some things come first.
mail-entered = I entered something
mail-entered-title = First make the account and the card safe
mail-entered-text = Take the steps calmly, from the top. The sooner, the less can happen.
mail-said-yes = Noted: something was entered.
mail-said-no = Noted: nothing was entered.
mail-steps = See what to do
mail-not-entered = I entered nothing
weight-danger = Danger
weight-doubt = Doubt
weight-note = Note
weight-for = Good
only-mails-title = { $danger ->
        [yes] Be careful with this mail
       *[no] The mail was checked
    }
only-mails-text = To check charges as well, add your card statement and your Amazon order data.

## Settings

keep-title = Keep on this device
keep-text = Unless you choose this, everything is gone when you close this page. If you keep it, you can go on from the same place next time. It stays in this browser on this device and is sent nowhere.
keep-line-results = Closing this page loses the result.
keep-line-answers = Closing this page loses your answers.
keep-line-steps = Closing this page loses your ticks and notes.
kept-instead = This result is kept on this device now, in the place of the one kept before.
kept-now = Kept on this device. Next time you can go on from here.
keep = Keep on this device
keep-case = Keep what the charges and orders are, too
keep-case-about = Without it the result goes when you close the page. Only your answers, notes and contacts stay, and a mark for each charge you have seen. The mark names no shop and no amount, but whoever uses this device and knows a charge can check whether it was among yours. An example and results of more than 5,000 charges are not kept.
kept-nothing = Nothing is kept right now.
kept-on-device = Kept. Next time you can go on from here.
kept-marks-only = Only your answers and marks of the charges you have seen are kept.
kept-too-long = Your answers and marks of the charges you have seen are kept. The result has more than 5,000 charges and cannot be; you can save it as a file under “Make a case file to show or print”.
kept-shared = Other pages at this same address can read what is kept in this browser. If the address is not this page’s alone, save a file instead, under “Make a case file to show or print”.
kept-for-good = The browser has promised not to delete it by itself, even when it runs short of room.
kept-while-room = The browser may still delete it when it runs short of room, or when you have not opened this page for a while. To be safe, also save what matters as a file, under “Make a case file to show or print”.
kept-in-memory = The browser does not allow storing when the page is opened this way. It is gone when you close it. Under “Make a case file to show or print” you can save it as a file.
forget-title = Forget everything
forget-text = Deletes the open result and everything kept on this device, then counts what is left. The files you downloaded stay where they are.
forget = Forget everything
forget-confirm = Yes, forget everything
forgotten = Everything is forgotten. What is left on this device: 0.
forgotten-partly = { $count } could not be deleted. Clear this site’s data in your browser’s settings.
look-title = Appearance
offline-title = Offline
offline-not-yet = Not ready yet, or not possible the way this page was opened.
install = Install as an app
about-title = About Mioboe
about-text = Compares card statements with Amazon order data and shows which purchase each charge belongs to.
seal-text = The part that handles your statements runs in a frame that cannot reach the network. That nothing is sent is not a promise of ours: the browser prevents it.
seal-title = How your files stay here
seal-more = How it works and how to check it
seal-verify = How to see for yourself
    .how =
        Switch to flight mode after the page has opened. Everything goes on working.
        Look at “Requests sent since this page loaded”: it stays at 0.
        On a computer, keep the “Network” panel of the browser’s developer tools open. Putting in files adds nothing to it.
seal-limits = It cannot guard against extensions in your browser or harmful software on the device, and whoever serves this page could serve another one. Browsers that are not built on Chromium cannot yet switch off every kind of connection.
no-advice = It gives no legal advice and promises no refund.

household-title = Household and cards
household-text = Say who uses which card, and their charges are known as theirs. Last four digits only.
member-name = Name
member-cards = Last four digits (separate several with commas)
member-add = Add
member-added = { $name } was added.
member-removed = { $name } was removed.
member-refused = Please write a name and last four digits only, never a full card number.

## Help

help-parts = On this page
glossary-title = What the results mean
faq-title = Questions
faq-safe = Is anything from my files sent anywhere?
    .answer = No. They are read and compared on this device only. The count of requests on the page stays at 0.
faq-keep = Can I keep the result?
    .answer = “Keep on this device” stores it in this browser, and next time you go on from there. Otherwise everything is gone when you close the page. Before it goes, the browser asks you whether to leave (on phones it may not). To have it as a file, save the case file under “Make a case file to show or print”.
faq-files = What do I need?
    .answer = About three months of card statements (CSV) and your Amazon order data (ZIP). You can start with the statements alone.
faq-not-covered = Does “cannot be judged yet” mean something is wrong?
    .answer = No. It only means there is no order data for that day. Add newer order data and it is checked again.
faq-other-name = Why do the day and the amount differ from my order?
    .answer = Charges may be made on the day of shipping, for each shipment. With points or a gift balance the charge is less than the total.
faq-flagged = A charge needs a closer look. What now?
    .answer = Ask your family first, then look at your Amazon orders and subscriptions. If nobody recognises it, contact Amazon and your card company. “Next steps” has the order.
faq-undo = I pressed the wrong thing. Can I take it back?
    .answer = Yes. “Undo” at the top of the page (the bent arrow) takes back the last thing, then the one before it, on any view. An answer can also be taken back at its charge.
faq-phone = Will I be asked for my card number or password?
    .answer = No. There is no field for either. A page that asks for them is not Mioboe.
faq-mail = May I open the link in a mail from Amazon?
    .answer = Better not. Open the official site from a bookmark or an address you type yourself.
keys-title = Keyboard
key-j = Next charge
key-n = Next charge to look into, or to confirm
key-z = Undo
key-k = Previous charge
key-enter = Open the charge
key-esc = Close the charge, clear the filter
key-slash = Search
key-question = Open this list of keys

## On paper

pack-title-asked = Charges I would like to have checked
pack-title-amazon = All Amazon charges
pack-made = Made on { $day } by comparing card statements with Amazon order data.
pack-day = Day
pack-merchant = As on the statement
pack-sum = Amount
pack-none = No charge needs a closer look.
pack-not-mine = The card holder says: not mine.
pack-orders = Order number: { $orders }
pack-where = Found in: { $place }
pack-foot = This sheet was made on the card holder’s own device. It says for each entry where in the files it was found.

## Pictures

pictures-title = Month by month
pictures-lead = How many charges each month has, and up to which day your order data goes.
back-to-results = Back to the result
months-title = Charges by month
months-about = Choose a month to see the list of its charges.
months-bar = { $month }: { $parts }
months-part = { $name } { $count }
as-table = Show as a table
table-month = Month
table-all = All
covered-title = What your files cover
covered-statements = Card statements
covered-orders = Order data
covered-none = None yet
covered-gap-span = No order data for { $span }
ties-title = Charges and the orders behind them
ties-about = Charges above, orders below. A line leads from a charge to its order. Choose a point to open the charge.
ties-charges = Charges
ties-charge = { $day }, { $amount }, { $verdict }
ties-order-of = Order of { $day }
ties-month-before = Month before
ties-month-after = Month after
ties-none = No Amazon charge in this month.
ties-many = There are many, so explained charges are left out here.
ties-table-charge = Charge
ties-table-order = Order behind it
calendar-title = Coming renewals
calendar-about = Days and amounts are estimated from earlier charges.
calendar-none = No regular payment was found.
calendar-plan = Plan
calendar-sum = Amount
## Password of a PDF

adding-title = Add to this case?
adding-old = The open case was kept in an older form, without what its statements said. If you add to it, its charges stay as they were judged then, and only the new files are checked. Give the earlier statements and order data once more to have everything checked again.
adding-cards = The cards in the new statement have other numbers than all cards of this case. If it is your family’s or another card of yours, add it. If it is somebody else’s, make it a case of its own.
adding-anew-about = A case of its own closes the open one; “Undo” brings that back.
adding-anew-about-kept = If you make it a case of its own, what is kept on this device stays as it is.
adding-here = Add to this case
adding-anew = Check it as a case of its own
password-title = This PDF has a password
password-why = It is used once, on this device, to open this file, and then forgotten. It is sent nowhere. This is the file’s own password, often printed in the issuer’s mail or made of your birthday or digits of your card. Never type the password of your bank or of Amazon here.
password-label = Password of the file
password-wrong = That is not the password of this file. Please try again.
password-open = Open the file
password-skip = Leave this file out

## More help

issuers-title = Where each card company and bank keeps it
issuers-note = Companies rename their menus now and then. A company that is not listed works too, if its CSV has a day, a shop and an amount.
whom-title = Whom to contact
whom-about = Before you call, check that the official site gives the same number. Do not use numbers or links from mails or texts.
contact-source = Source: { $source } (checked { $day })
terms-title = Words
term-statement = Card statement
    .about = The list of what the card was used for, saved from the card company’s site as a CSV file.
term-order-data = Order data
    .about = Your own order history, which Amazon sends you on request within hours or days.
term-charge-day = Day of the charge
    .about = The day on the statement. At Amazon it is often the day of shipping, not the day of the order.
term-coverage = What your files cover
    .about = From which day to which day statements and order data reach. A charge on a day without order data cannot be judged.
term-amazon-pay = Amazon Pay
    .about = A way to pay in other shops with an Amazon account. Such payments are not in Amazon’s order history.
term-family-card = Family card
    .about = A card in a family member’s name that is paid from the same account. Statements tell it apart by its last digits or the name.

## The answer for typed charges

one-no-text = no name
one-no-day = day not known
one-joint = {" · "}
one-edit = Correct
one-remove = Remove
one-more = Check another charge
one-add-files = Add files too
charge-removed = The charge you typed is gone.
one-proven = It is clear what this is for
one-settled = { $answer ->
        [family] Noted as the family’s
       *[other] Noted as yours
    }
one-detail = See the details
one-possible = What it can be
one-name-means = { $merchant ->
        [none] A charge from Amazon
       *[other] The name “{ $merchant }”
    }
one-back = Does the money come back?
one-back-source = Source: { $source }, as of { $day }
one-about-amazon-retail = Used for shopping on Amazon, and also for Subscribe & Save, pre-orders and sometimes memberships. It is charged on shipping, so mostly later than the day of the order.
one-about-amazon-marketplace = Used for things sold by other sellers on Amazon. The charge may come later than the order, when it ships.
one-about-amazon-digital = Used for e-books, films, apps and games, and for plans that renew. What was bought on a child’s device or a television shows here too.
one-about-amazon-prime = Used for Prime membership. A free trial becomes a paid one by itself.
one-about-audible = Used for Audible. A free trial becomes a paid one by itself.
one-about-amazon-music = Used for Amazon Music. A free trial becomes a paid one by itself.
one-about-kindle = Used for Kindle books and Kindle Unlimited.
one-about-prime-video = Used for films rented or bought on Prime Video, and for its channels.
one-about-amazon-pay = Paid in another shop through Amazon Pay. Amazon’s order list does not have it; Amazon Pay’s own account activity names the shop.
one-about-aws = For computing services for companies and developers (AWS). Order lists do not have it.
one-about-amazon-fresh = For groceries. What is sold by weight may change the amount a little.
one-about-amazon-other = A name used for other services of Amazon’s.
one-about-look-alike = A name made to look like Amazon’s. Amazon is not known to use it.
one-about-other = Not a name that Amazon is known to use. Search for the shop’s name; if that does not help, ask your card issuer.
one-sure = Be sure in a minute or two
one-copy = How to copy the text of a page
one-copy-how =
    iPhone: press long on the text, “Select All”, then “Copy”.
    Android: press long on the text, “Select all”, then “Copy”.
    Computer: Ctrl+A (⌘A on a Mac) selects all, Ctrl+C (⌘C) copies.
    In an app text cannot always be selected. Then open the same page in a browser.
one-paste-here = Paste what you copied here
one-stop = If you are worried, stop it first
one-stop-about = It can be undone, and needs no call.
one-not-mine = If it turns out not to be yours
one-not-mine-say = Press “Not mine” above to get letters and a phone script with this charge filled in.
one-open = What is not known yet
one-open-what = What was bought. There is no record of orders yet, so only name, amount and day speak.
one-open-orders = What you added shows no payment that fits this charge. Look in other accounts and on earlier pages too.
one-open-day = The day. Enter it if your card’s app shows it.
one-open-text = The name as shown. It tells which service it may be.
one-open-paid = How it was paid. It tells whom to turn to.
one-export = You can also get your order data. It takes hours to days, so the “Transactions” page above is quicker.
one-type-instead = Type in what could not be read
unsure-title = Please confirm what was read
unsure-text = The day, the shop or the amount is not certain. The likeliest answer is filled in: correct what is wrong, then check.
unsure-shop = Shop
unsure-use = Check with this
unsure-leave = Not a charge: leave it out
row-left = Left out.
rows-used = { $count ->
    [one] One charge added.
   *[other] { $count } charges added.
}
