### The report's fixed words: verdicts, services, causes, evidence.

## Verdicts

verdict-explained = Explained
    .short = Explained
    .about = Your files hold a record that accounts for this charge.
verdict-ask = Please confirm
    .short = To confirm
    .about = There is a likely explanation. Only you can say whether it is the right one.
verdict-flagged = Needs a closer look
    .short = To look into
    .about = Your files cover that day and either nothing accounts for the charge, or they contradict it. The reason is not known yet.
verdict-notCovered = Cannot be judged yet
    .short = Not covered
    .about = There is no order data for this day, card or service, so nothing can be said. It does not mean anything is wrong.
verdict-other = Not from Amazon
    .short = Not Amazon
    .about = Not an Amazon charge, and nothing about it stands out.

## Services

service-amazon-retail = Amazon shopping
service-amazon-marketplace = Amazon marketplace
service-amazon-digital = Amazon digital content
service-amazon-prime = Amazon Prime
service-audible = Audible
service-amazon-music = Amazon Music
service-kindle = Kindle
service-prime-video = Prime Video
service-amazon-pay = Amazon Pay (paid at another shop)
service-aws = AWS (a service for companies and developers)
service-amazon-fresh = Amazon Fresh (groceries)
service-amazon-grocery = A grocery shop of Amazon’s
service-amazon-pharmacy = Amazon Pharmacy or health care
service-amazon-gift-card = Amazon gift card or balance
service-amazon-business = Amazon Business
service-amazon-kids = Amazon Kids+
service-amazon-games = Amazon games
service-amazon-devices = A plan for an Amazon device
service-amazon-advertising = Amazon Ads
service-amazon-seller = Fees for selling on Amazon
service-amazon-other = Another Amazon service
service-amazon-unknown = A name like Amazon’s that we do not know
service-look-alike = A name that looks like Amazon
service-other = Another shop

## Causes

cause-order = One order accounts for it: the total and the day fit.
    .short = Matches an order
cause-shipment = One order was sent in parts, and this is the charge for one part.
    .short = Part of an order
cause-combined = One charge for several orders or shipments together.
    .short = Several together
cause-part-paid = Points, a gift balance or another card paid part of the order, and the rest went to this card.
    .short = Partly paid with points
cause-digital-order = A digital order: an e-book, a film, an app.
    .short = Digital order
cause-subscription = The fee of a plan that renews by itself.
    .short = Plan renewal
cause-refund = Money back for an order.
    .short = Refund
cause-hold-released = A sum set aside when the order was placed. The final charge has replaced it, or it was released.
    .short = Hold, released
cause-charge-reversed = The charge and a full reversal of it are both there.
    .short = Reversed
cause-instalment = One of several monthly payments for an order.
    .short = Monthly payment
cause-family-card = Paid with a family card. Your order files hold no order for it.
    .short = Family card
cause-shared-account = The order is there, but it went to someone or somewhere unusual for this account.
    .short = Unusual recipient
cause-repeat-purchase = The same thing was ordered twice, close together.
    .short = Bought twice
cause-ambiguous = Two or more orders fit equally well, so it cannot be tied to one of them.
    .short = Several candidates
cause-amount-differs = An order fits by every other sign, but the amount is different.
    .short = Other amount
cause-trial-ended = A free trial seems to have ended, and this is the first paid period.
    .short = Trial ended
cause-price-changed = A usual renewal, at another price than last time.
    .short = Price changed
cause-amazon-pay = Paid with Amazon Pay at another shop. It does not appear among Amazon orders.
    .short = Amazon Pay
cause-subscription-unproven = By name, price or rhythm it looks like a plan, but no record proves it.
    .short = Looks like a plan
cause-could-be-plan = The sum is what a plan cost on that day.
    .short = Could be a plan
cause-other-service = Something of Amazon’s that is in no order list, such as AWS.
    .short = Not shopping
cause-unknown-amazon-name = The name is like Amazon’s and not known to us: a new or rare service, or a shop of that name.
    .short = Unknown name
cause-pending = Not final yet. The amount may change, or the charge may fall away.
    .short = Pending
cause-no-order = Your order files cover that day, and nothing in them accounts for this charge.
    .short = No order found
cause-charged-twice = One order or shipment was charged twice.
    .short = Charged twice
cause-cancelled-but-charged = The order was cancelled, but the charge stands and no reversal can be found.
    .short = Cancelled, still charged
cause-charged-after-cancelling = A plan that had ended was charged again.
    .short = Charged after cancelling
cause-refund-missing = Money that was to come back does not appear on the statements.
    .short = Refund missing
cause-small-then-large = A tiny charge, and large ones right after it.
    .short = Tiny, then large charges
cause-gift-card-burst = Several gift cards, or sums like theirs, within a short time.
    .short = Gift cards in a row
cause-look-alike-merchant = The name only looks like Amazon’s.
    .short = Looks like Amazon
cause-new-device-spend = A charge right after a device, sign-in or address nobody had before.
    .short = After a new device

## Evidence

evidence-amount-exact = The amount is exactly the same
evidence-amount-below = The amount is within the order's total (points, a balance or a later charge may be the rest)
evidence-amount-near = The amount is nearly the same
evidence-amount-converted = The order is in another currency, and the amount fits a possible exchange rate
evidence-day-fits = The day fits the order or the shipment
evidence-day-late = The day is somewhat later than the shipment
evidence-day-unknown = The day of the charge is not known
evidence-day-of-order = The day is the day of the order, before it was sent
evidence-under-way = The order had not fully left yet when the order data was made
evidence-card-same = The card's last digits are the same
evidence-card-other = The card's last digits are different
evidence-card-replaced = The card seems to have been replaced by one with a new number
evidence-order-named = You said that it is this order
evidence-order-number = The statement itself prints the order number
evidence-listed-payment = Amazon's own list of payments shows this payment
evidence-may-be-chance = So many orders stand around it that the sum may be by chance
evidence-mail = A mail that seems to be Amazon's names an order of this amount
evidence-plan-price = It is a known price of a plan
evidence-cadence = It comes at a regular monthly or yearly interval
evidence-reversal = There is a reversal of the same amount
evidence-same-thing = It is the same item
evidence-only-fit = Nothing else fits

## Kinds of file

kind-statement = Card or account statement
kind-orders = Amazon orders
kind-digitalOrders = Amazon digital orders
kind-refunds = Amazon refunds
kind-subscriptions = Amazon subscriptions
kind-account = Amazon account records (sign-ins, devices)
kind-mail = Mail
kind-typed = Typed in
kind-notice = Notice of a charge
kind-ignored = Not needed
kind-unreadable = Could not be read

## What is missing

gap-orders-end-early = The order data ends before the statements do
gap-orders-start-late = The order data begins after the statements do
gap-no-order-file = There is no order data
gap-no-digital-file = There is no record of digital orders
gap-card-without-orders = No order in the files was paid with this card
gap-region-not-exported = There is no order data of Amazon’s shop in that country
gap-order-not-in-files = An order that another file names is not in the order data
gap-day-unknown = The day of the charge is not known
gap-statement-missing = The statement of a month is missing

## When

when-now = Right now
when-today = Today
when-this-week = This week
when-monthly = Every month

## What a text on a statement means

meaning-amazon-retail = A purchase from Amazon.
meaning-marketplace = A purchase at Amazon. The name is used for Amazon’s own goods and for those of other sellers.
meaning-prime = The fee of a Prime membership, monthly or yearly.
meaning-prime-video = A film, a series or a channel in Prime Video.
meaning-audible = Audible: the membership, or a single audiobook.
meaning-music = Amazon Music: the plan, or music bought there.
meaning-kindle = Kindle: a book, or the Kindle Unlimited plan.
meaning-digital = Something digital from Amazon: a book, a film, an app, storage or a plan.
meaning-kids = Amazon Kids+, a plan for children.
meaning-games = Games from Amazon, such as Luna.
meaning-twitch = Twitch, Amazon’s streaming site. Purchases are listed on Twitch.
meaning-amazon-pay = A purchase at another shop, paid with Amazon Pay. Amazon Pay lists it, Amazon’s orders do not.
meaning-aws = AWS: computing for companies and developers. It is billed in the AWS account.
meaning-seller = Fees of somebody who sells on Amazon. They are listed in Seller Central.
meaning-advertising = Advertising booked at Amazon. It is listed in the advertising account.
meaning-pharmacy = Amazon Pharmacy, One Medical or another health service. They have lists of their own.
meaning-gift-card = A gift card, or money put on the Amazon balance.
meaning-shop-with-points = A card’s points used at Amazon.
meaning-grocery-delivery = Groceries delivered by Amazon, such as Amazon Fresh.
meaning-tip = A tip for the delivery of groceries. It is charged apart from the order.
meaning-grocery-shop = A purchase in a shop of Amazon’s, such as Whole Foods or Amazon Go.
meaning-own-shop = A purchase in one of Amazon’s own stores.
meaning-delivery-business = Another business of Amazon’s, such as shipping or lockers.
meaning-devices = A plan or a purchase for Ring, Blink, eero, Echo or another of Amazon’s devices. The maker’s app lists it.
meaning-sister-company = A company that belongs to Amazon, such as Zappos or AbeBooks. It has an order list of its own.
meaning-business = A purchase with an Amazon Business account. Its orders are in that account.
meaning-card-bill = The bill of a card that bears Amazon’s name. Its statement has the single purchases.
meaning-contact-only = A charge from Amazon whose text does not say what for.
meaning-unknown-name = Named like Amazon, but not known to us: a new or rare service, or a shop of that name.
meaning-imitation = A name that only looks like Amazon’s.
meaning-other-shop = Another shop, not Amazon.
