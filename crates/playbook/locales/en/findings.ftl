### What was found. The value says what, .title is the heading, .why the reason and what it leaves open, .next what to do.
### Amounts and days come as finished text, $count and $days as numbers. What is absent is passed as none.

## Parts of sentences

part-order = { $orderId ->
        [none] {""}
       *[other] {" "}({ $orderId })
    }
part-item = { $item ->
        [none] The same thing
       *[other] “{ $item }”
    }
part-plan = { $plan ->
        [none] { $service ->
            [none] a plan
           *[other] { $service }
        }
       *[other] { $plan }
    }
part-card = { $card ->
        [none] this card
       *[other] the card with { $card } in its number
    }
part-device = { $device ->
        [none] a device
       *[other] the device “{ $device }”
    }
part-file = { $file ->
        [none] a file
       *[other] “{ $file }”
    }
part-mail = { $subject ->
        [none] the mail
       *[other] the mail “{ $subject }”
    }
part-merchant = { $merchant ->
        [none] this shop
       *[other] “{ $merchant }”
    }
part-date = { $date ->
        [none] {""}
       *[other] {" "}on { $date }
    }
part-amount = { $amount ->
        [none] charge
       *[other] charge of { $amount }
    }
part-count = { $count ->
        [none] several charges
        [one] one charge
       *[other] { $count } charges
    }

## Charges nothing explains

finding-no-order = Your order files hold nothing for the { part-amount }{ part-date }.
    .title = No order found
    .why = { $count ->
        [none] {""}
        [one] We looked at your one order in the files.{" "}
       *[other] We looked through your { $count } orders from { $from } to { $to }.{" "}
    }Where the order files cover that day, an ordinary order would be in them. It may still be an order in a family member’s account, one the list does not show, or a service that is not in order files.
    .next = Ask the family first, and look at Amazon’s own pages. If nobody knows it, tell Amazon and your card issuer today.
finding-small-then-large = A tiny charge at { part-merchant } was followed by { $count ->
        [none] large ones
        [one] a large one
       *[other] { $count } large ones
    }.
    .title = A small charge, then large ones
    .why = Someone who has got hold of a number may try it with a small sum first. It can also be harmless, for example when a new subscription checks the card.
    .next = Ask the family. If nobody knows it, call the issuer today and ask for a card with a new number.
finding-gift-card-burst = { $days ->
        [none] Gift cards were bought
       *[other] Charges of round sums, as gift cards have, came without an order
    } { $count ->
        [none] several times
        [one] once
       *[other] { $count } times
    } within a short time{ $date ->
        [none] {""}
       *[other] , around { $date }
    }.
    .title = Gift cards in a row
    .why = Gift cards are easily turned into money, so somebody who got into an account may buy several. If you or the family bought them as presents, all is well.
    .next = If nobody knows them, change the password right now, turn on two-step verification, and tell Amazon and your card issuer.
finding-look-alike-merchant = { $merchant ->
        [none] This name
       *[other] “{ $merchant }”
    } only looks like Amazon’s.
    .title = A name that looks like Amazon
    .why = Letters in it are others that look alike, or it has an address that is not Amazon’s.
    .next = Ask the family. If nobody knows it, ask your card issuer for the shop’s full name and how to reach it.
finding-new-device-spend = The { part-amount }{ part-date } was made just after { part-device }, a sign-in or an address appeared that had not been seen before, and { $orderId ->
        [none] no order accounts for it.
       *[other] its order{ part-order } went to an address that no order had gone to.
    }
    .title = Right after a new device
    .why = A new device followed by a charge nothing explains, or by an order to a new address, is what it looks like when somebody else is in the account. It may also be your new phone, or the family’s.
    .next = If the device is nobody’s you know, change the password right now and turn on two-step verification.

## Charged, but not as agreed

finding-charged-twice = { $oldAmount ->
        [none] { $count ->
            [none] Two charges
           *[other] { $count } charges
        } stand for one order{ part-order }{ $amount ->
            [none] {""}
           *[other] , each of { $amount }
        }.
       *[other] The order{ part-order } of { $oldAmount } was charged already, and the { part-amount } is for it again.
    }
    .title = Charged twice
    .why = By the order files it was one payment. One of the two may be a hold that falls away within days or a couple of weeks.
    .next = Look at the cancellations and at the newest statement. If both are final, ask Amazon to return one.
finding-cancelled-but-charged = The { part-amount } for a cancelled order{ part-order } still stands. { $until ->
        [none] No reversal can be found.
       *[other] It would usually have been reversed by about { $until }, and no reversal can be found.
    }
    .title = Cancelled, but charged
    .why = After a cancellation the charge is not made, or is taken back. The money may also have gone to a gift card balance.
    .next = See on the order’s page when it was cancelled and where the refund went. If it has not come, ask Amazon for it.
finding-charged-after-cancelling = There is a { part-amount }{ part-date } for { part-plan }, which had ended{ $until ->
        [none] {""}
       *[other] {" "}on { $until }
    }.
    .title = Charged after cancelling
    .why = By the records the plan ended before the charge. Perhaps the cancellation was not completed, or there is a second membership.
    .next = See the plan’s state and the day it ended. If it had ended, ask Amazon to return the money.
finding-refund-missing = { $amount ->
        [none] A refund
       *[other] A refund of { $amount }
    }{ $date ->
        [none] {""}
       *[other] {" "}dated { $date }
    }{ part-order } has not shown on the statements{ $days ->
        [none] {""}
        [one] {" "}after one day
       *[other] {" "}after { $days } days
    }.
    .title = Refund has not come
    .why = The order files record a refund, and your statements do not show it. It may have gone to a gift card balance, or come with the next statement.
    .next = See on the order’s page where and when it was sent. If it was to go to the card, tell Amazon.
finding-duplicate-row = There are { part-count } of the same amount on the same day at { part-merchant }.
    .title = The same charge, again
    .why = You may simply have paid there twice. A payment taken twice by mistake looks the same.
    .next = Check receipts and ask the family. If it was once, ask the shop or your card issuer.

## Only you can confirm

finding-family-card = There is a { part-amount }{ part-date } on a family card{ $holder ->
        [none] {""}
       *[other] {" "}({ $holder })
    }.
    .title = Family card
    .why = What a family member orders in an account of their own is not in your order files.
    .next = Tell them the day and amount and ask. If you have their order data, add it here.
finding-shared-account = { $item ->
        [none] An order
       *[other] The order of “{ $item }”
    }{ part-order } accounts for the { part-amount }{ part-date }, { $address ->
        [none] but it went to someone or somewhere unusual.
       *[other] but it went to “{ $address }”, which is unusual.
    }
    .title = Order to an unusual address
    .why = A present, or a purchase by the family in the same account, would look like this.
    .next = See whether you know the address, and ask whether the family ordered it.
finding-repeat-purchase = { part-item } was ordered twice, close together{ $amount ->
        [none] {""}
       *[other] {" "}({ $amount })
    }.
    .title = Bought twice
    .why = There are two orders, so the charges are as ordered. Whether the second was meant, the files cannot say.
    .next = Did you want two? If not, see on the order’s page whether it can be cancelled or sent back.
finding-ambiguous = { $together ->
        [none] { $count ->
            [none] Several orders fit the { part-amount }{ part-date } equally well.
            [one] An order fits the { part-amount }{ part-date } by its amount.
           *[other] Several orders fit the { part-amount }{ part-date } equally well ({ $count }).
        }
       *[other] { $together } orders together come to just the { part-amount }{ part-date }.
    }
    .title = Cannot tell which order
    .why = { $together ->
            [none] { $count ->
                [one] The day of the charge is not known, so the amount alone speaks for it.
               *[other] Amount and day fit more than one order, and the files cannot tell them apart. Whichever it is, it is one of your orders.
            }
           *[other] There are so many orders around that day that some of them may come to this sum by chance.
        }
    .next = If you want to know, compare the day and card in the orders’ details.
finding-amount-differs = The { part-amount }{ part-date } fits { $item ->
        [none] an order
       *[other] the order of “{ $item }”
    }{ part-order } in all but the amount{ $oldAmount ->
        [none] {""}
       *[other] {" "}(the order says { $oldAmount })
    }.
    .title = Order with another amount
    .why = Points, coupons, shipping, exchange rates or a part cancelled can change the amount. While an order is still being sent, it may be charged in part.
    .next = Open the order’s details and compare what was really charged.
finding-instalment = The { part-amount }{ part-date } could be one of the monthly payments for { $item ->
        [none] an order
       *[other] “{ $item }”
    }{ part-order }{ $oldAmount ->
        [none] {""}
       *[other] {" "}({ $oldAmount } in all)
    }.
    .title = Monthly payments
    .why = The charge is an equal part of the order and comes on its days. The order data does not say that it is paid month by month.
    .next = Open the order’s details: payments that are still to come are listed there.
finding-trial-ended = The free trial of { part-plan } seems to have ended. The { part-amount }{ part-date } is its first fee.
    .title = A trial became a paid plan
    .why = A free trial turns into a paid plan unless it is cancelled.
    .next = Decide whether to keep it. If not, cancel before the next renewal.
finding-price-changed = The price of { part-plan } has changed{ $oldAmount ->
        [none] {""}
       *[other] {" "}from { $oldAmount }
    }{ $newAmount ->
        [none] {""}
       *[other] {" "}to { $newAmount }
    }.
    .title = A plan’s price changed
    .why = Prices are revised, plans are changed, and discounts end.
    .next = See the plan and its price under your memberships.
finding-amazon-pay = The { part-amount }{ part-date } was paid with Amazon Pay at another shop{ $merchant ->
        [none] {""}
       *[other] {" "}({ $merchant })
    }.
    .title = Amazon Pay at another shop
    .why = Payments by Amazon Pay do not appear among Amazon orders.
    .next = Ask in the family who bought there, and look at the account activity in Amazon Pay. Once you know which shop it was, asking that shop is quickest.
finding-subscription-unproven = The { part-amount }{ part-date } looks like the fee of { part-plan }.
    .title = Looks like a plan
    .why = Name, price or rhythm fit, but the files hold no record of a membership. Another plan may cost the same.
    .next = See under memberships, in the family’s accounts too, whether there is one.
finding-could-be-plan = The { part-amount }{ part-date } { $plans ->
        [none] is for { part-plan }
       *[other] is just what { $plans } costs
    }.
    .title = Could be a plan
    .why = The sum is that of the price list on that day. Something bought may cost the same, so the sum alone decides nothing.
    .next = See under memberships whether there is one, and whether its renewal fits the day. Look at the family’s accounts too.
finding-small-check = The { part-amount }{ part-date } is very small.
    .title = A very small charge
    .why = Small charges that check whether a card works are usual, and are given back as a rule. They are also used to try numbers that were stolen.
    .next = If Amazon’s transactions do not show it, pause the card and see whether others follow.
finding-recurs-monthly = The same amount was charged month after month, { part-count } so far{ $amount ->
        [none] {""}
       *[other] {" "}({ $amount })
    }.
    .title = The same amount every month
    .why = What comes every month in the same amount is mostly a plan or a delivery that renews by itself.
    .next = Look at memberships and at Subscribe & Save.
finding-other-service = The { part-amount }{ part-date } is for an Amazon service that isn’t in your order history{ $merchant ->
        [none] {""}
       *[other] {" "}({ $merchant })
    }.
    .title = Amazon, but in no order list
    .why = Computing for work or web sites, tips for a delivery and purchases in a shop of Amazon’s do not appear among Amazon orders.
    .next = Ask whether you, the family or your company uses it. If not, ask that service’s own support.
finding-unknown-amazon-name = The { part-amount }{ part-date } is under a name like Amazon’s that we do not know{ $merchant ->
        [none] {""}
       *[other] {" "}({ $merchant })
    }.
    .title = Named like Amazon, not known to us
    .why = It may be a new or rare service of Amazon’s, or a shop of that name. The name alone says nothing bad.
    .next = Ask in the family, and look through Amazon’s orders for the amount. If nobody knows it, ask the card issuer for the shop’s full name.
finding-pending = The { part-amount }{ part-date } is { $until ->
        [none] not final yet.
       *[other] for a cancelled order{ part-order }. It usually falls away, or comes back, by about { $until }.
    }
    .title = { $until ->
        [none] Pending
       *[other] Cancelled, may still come back
    }
    .why = { $until ->
        [none] It is the sum set aside when ordering, and may change or fall away on shipping.
       *[other] After a cancellation it takes the bank some days to let go of the sum. Until then it is too early to say that it was charged for good.
    }
    .next = { $until ->
        [none] Add the final statement when it is out.
       *[other] Add a statement that goes on past { $until }. If the sum still stands there, ask Amazon for it.
    }

## What happened to the account

finding-new-device = { $device ->
        [none] A device
       *[other] The device “{ $device }”
    } was newly registered{ part-date }.
    .title = New device
    .why = Your new phone or the family’s would show like this. If it is nobody’s you know, somebody else may have signed in.
    .next = See whose it is. If it is nobody’s, change the password right now and turn on two-step verification.
finding-new-sign-in = There is a sign-in{ part-date } unlike any before{ $device ->
        [none] {""}
       *[other] {" "}({ $device })
    }.
    .title = Unusual sign-in
    .why = Travel, another network or a browser update can also look new.
    .next = Think back: did you or the family sign in that day?
finding-new-address = { $address ->
        [none] A delivery address
       *[other] The delivery address “{ $address }”
    } was added{ part-date }.
    .title = New delivery address
    .why = A present or a move would explain it. Somebody else may also add an address to receive goods there.
    .next = Ask the family. If nobody knows it, change the password right now and turn on two-step verification.
finding-card-added = Among the payment methods, { part-card } was added{ part-date }.
    .title = New payment method
    .why = A renewed or replaced card is recorded as new, too.
    .next = See under payment methods whether it is yours or the family’s.

## Good to know

finding-explained-refund = { $amount ->
        [none] Money came back
       *[other] { $amount } came back
    }{ part-date }{ part-order }.
    .title = Refund arrived
    .why = It fits a refund in the order files by amount and time.
    .next = There is nothing to do.
finding-charge-reversed = The { part-amount }{ part-date } was undone by a reversal of the same amount.
    .title = Charge and reversal
    .why = When an order changes or a payment is tried again, a charge and its reversal come as a pair.
    .next = Together they come to zero, so there is nothing to do.
finding-trial-started = A free trial of { part-plan } has begun. { $until ->
        [none] When it ends, it becomes a paid plan.
       *[other] After { $until } it becomes a paid plan.
    }
    .title = Free trial running
    .why = A free trial turns into a paid plan unless it is cancelled.
    .next = If you do not want to keep it, cancel before that.
finding-renewal-coming = The next renewal of { part-plan } is expected { $date ->
        [none] soon
       *[other] around { $date }
    }{ $amount ->
        [none] {""}
       *[other] {" "}for { $amount }
    }.
    .title = Next renewal
    .why = The day is reckoned from earlier charges and may be off by a little.
    .next = If you do not use it, cancel before that day.
finding-marketplace-seller = This order{ part-order } was sold by { $seller ->
        [none] another seller on Amazon
       *[other] the seller “{ $seller }”
    }.
    .title = Sold by another seller
    .why = The seller may ship and refund, so days and amounts can differ from other orders.
    .next = If something is wrong, you can contact the seller from the order’s page.

## What the files do not hold

finding-orders-end-early = The order data { $file ->
        [none] {""}
       *[other] in { part-file }{" "}
    }ends { $until ->
        [none] before the statements do
       *[other] on { $until }
    }. Nothing can be said yet about { part-count } after that.
    .title = Order data ends early
    .why = Orders placed after the data was made are not in it.
    .next = Get new order data and add it here.
finding-orders-start-late = The order data begins { $from ->
        [none] after the statements do
       *[other] on { $from }
    }. Nothing can be said yet about { part-count } before that.
    .title = Order data starts late
    .why = A file saved for certain dates lacks the orders before them.
    .next = Get the order data for all years and add it here.
finding-no-order-file = There is no Amazon order data yet, so { $count ->
        [none] the Amazon charges
        [one] one Amazon charge
       *[other] { $count } Amazon charges
    } cannot be judged from the statements alone.
    .title = No order data
    .why = A statement holds only amounts and days. What was bought shows when it is compared with the orders.
    .next = Ask the family, and look at memberships and at Amazon’s “Transactions” page. Where there are many, get your order data and add it here.
finding-no-digital-file = There is no record of digital orders{ $file ->
        [none] {""}
       *[other] {" "}in { part-file }
    }, so nothing can be said yet about { $count ->
        [none] the digital charges
        [one] one digital charge
       *[other] { $count } digital charges
    }.
    .title = No digital orders
    .why = Orders of e-books, films and apps are in a file apart from the others.
    .next = Drop the whole ZIP of your order data, unopened. If there is no ZIP, request it again.
finding-region-not-exported = There is no order data of Amazon’s shop in another country, so nothing can be said yet about { $count ->
        [none] the charges
        [one] one charge
       *[other] { $count } charges
    } from there.
    .title = No orders of that country
    .why = Orders at Amazon.com and other countries’ shops are not among those of your own country.
    .next = Request the order data of that shop as well, and add it here.
finding-order-not-in-files = { $orderId ->
        [none] An order that another file names
       *[other] The order { $orderId }
    } is not in your order data, so nothing can be said yet about { $count ->
        [none] its charge
        [one] its charge
       *[other] its { $count } charges
    }.
    .title = An order that is not in the data
    .why = It may be hidden, or belong to another account, such as a family member’s.
    .next = Ask your family, look at hidden orders, and add that account’s order data. If it is nobody’s order, ask Amazon.
finding-card-without-orders = No order in your files was paid with { part-card }{ $count ->
        [none] {""}
        [one] {" "}(one charge)
       *[other] {" "}({ $count } charges)
    }.
    .title = A card the orders do not know
    .why = It may be used in a family member’s account, one for work, or on Amazon abroad.
    .next = Ask the family which account uses it, and get that account’s order data too.
finding-day-unknown = The day of the { part-amount } is not known, so it cannot be held against the orders.
    .title = The day is not known
    .why = No order of just this amount is in your files. With the day more can be said.
    .next = See the day in the issuer’s app or notice and enter it, or look for the amount among Amazon’s transactions.
finding-statement-missing = { $from ->
        [none] Part of the time has no statement.
       *[other] There is no statement from { $from } { $to ->
            [none] on
           *[other] to { $to }
        }.
    }
    .title = Statement missing
    .why = For those days nobody can tell whether money came back.
    .next = Save that month’s statement from your card issuer’s site and add it here.
finding-mail-entered = You said that you entered something where { part-mail } led you.
    .title = Entered after a mail
    .why = Somebody else may know it now. The sooner you act, the less comes of it.
    .next = If it was a password, change it now, also wherever else you use it. If it was a card number, call the number on the back of the card now.
finding-mail-dangerous = Signs of danger in { part-mail }.
    .title = Dangerous mail
    .why = Passwords and card numbers entered after such a mail may be used by somebody else.
    .next = Open neither its links nor its attachments. If you have entered something already, say so beside the mail.
finding-file-not-read = We could not read { part-file }.
    .title = File not read
    .why = What is in it has no part in the result.
    .next = The note beside the file says what to get instead.
finding-rows-not-read = { $count ->
        [none] Some rows
        [one] One row
       *[other] { $count } rows
    } of { part-file } could not be read.
    .title = Rows not read
    .why = The other rows were. The amounts of these are in no total.
    .next = See their line numbers and reasons, and compare with the statement itself where it matters.
