### The words of the frame and of the first screen. They come with the page, all others a moment later: see screens.ftl.

## The frame

app-title = Mioboe: do you recognise that Amazon charge?
brand = Mioboe
# How the name is written in the language; empty where it is a name only.
brand-reading = { "" }
skip-to-main = Skip to the content
language = Language
theme-now = Brightness: { $theme }
theme-system = As on this device
theme-light = Light
theme-dark = Dark
tabs = Views
tab-results = Result
tab-steps = Next steps
tab-files = Files
tab-settings = Settings
tab-help = Help
back-to-first = First screen
close = Close
cancel = Cancel
undo = Undo
undo-last = Undo: { $said }
copy = Copy
not-affiliated = Mioboe is independent. It has nothing to do with Amazon or any card company; their names are used only to describe things.
privacy-promise = Nothing you put in here leaves this device.
privacy-count = Requests sent since this page loaded:
offline-line = The page opens on this device without a network.
drop-anywhere = Drop it anywhere
failure-engine = The check stopped half-way. Your files are unharmed: please add them again.
failure-storage = This could not be kept on the device. You can go on using this screen.
update-ready = A new version is ready.
update-keeps = A new version is ready. Your files and everything you have entered stay open when you switch.
update-now = Switch
update-later = That did not work just now. The new version will be used the next time you open this page.
failure-case-broken = This case file is damaged or has another shape, so it could not be opened.
failure-case-newer = This case was saved by a newer Mioboe. Reload the page and open it again.
case-notice = This is a saved case: the result of { $day }.
add-month = Add this month’s statement
example-notice = You’re looking at a made-up example.
use-own-files = Use my own files
working-again = Checking again…

## The first screen

first-title = Do you recognise that Amazon charge?
first-lead = From the one charge in a notice, or from your statement and your Amazon orders: see what each charge was for. Take your time, and start with whatever you have.
drop-title = Drop your files here
drop-hint = Card statements (CSV) and your Amazon order data (ZIP or CSV). As many as you like, all at once. They stay on this device
choose-files = Choose files
choose-folder = Choose a folder
paste = Paste copied text
paste-empty = There is no copied text.
paste-here = A statement, a list of orders, or a mail you are not sure about: press and hold in the box below, or press Ctrl+V (⌘V on a Mac), to paste.
paste-check = Check this text
pasted-name = pasted text.txt
try-example = Try it with an example
open-case = Open a saved case
guides-title = How to get the files
guide-statements = Your card statement (CSV)
    .how =
        Open your card company’s site from a bookmark or an address you type yourself.
        Go to the statements and choose the month.
        Press “CSV” or “Download” and save the file.
        Put it in here as it is, about three months if you can.
    .note = A spreadsheet can change days and numbers when it saves. Use the file as it was downloaded.
guide-orders = Your Amazon order data (ZIP)
    .how =
        Copy the address below and open it in your browser.
        Choose “Your Orders” and request the data.
        Confirm the request as the mail from Amazon tells you.
        When it is ready, put the ZIP in here as it is.
    .note = It can take from hours to a few days. Until then, the statement alone already tells a lot.
region = Contacts and deadlines for
region-elsewhere = Elsewhere

## One charge

first-ways = Ways to check
way-one = Check one charge
way-files = Check with files
notice-text = Paste a notice, or text from your card’s app
notice-example = e.g. Nov 3 AMAZON.COM $39.80
one-or = Or type what you see
one-sum = Amount
one-currency = Currency
one-yen = JPY
one-missing = Enter the amount in figures.
one-day = Day
one-day-today = Today
one-day-yesterday = Yesterday
one-day-other = Choose a day
one-day-unknown = Not sure
one-text = Name on the statement or notice
one-text-example = AMAZON.COM
one-usual = Names seen most
one-text-means = What does this text mean?
one-means-amazon-retail = An ordinary order
one-means-amazon-marketplace = Sold by another seller
one-means-amazon-digital = Books, films, apps
one-means-amazon-prime = Prime membership
one-means-amazon-pay = Paid in another shop
one-paid = Paid with
one-paid-unknown = Not sure
paid-by-card = Credit card
paid-by-debit = Debit card
paid-by-prepaid = Prepaid card
paid-by-phone-bill = Phone bill
paid-by-pay-later = Pay later (such as Paidy)
paid-by-gift-balance = Amazon gift balance
paid-by-app-store = In an app (Apple, Google)
one-card = Last four digits of the card (if known)
one-check = Check

## While working

working-reading = Reading your files
working-analysing = Comparing charges and orders
working-files = { $done } of { $total } files read
case-gone = The result that was open was not kept on this device, so it is gone. Please add your files again. Next time, “Keep on this device” keeps it.
