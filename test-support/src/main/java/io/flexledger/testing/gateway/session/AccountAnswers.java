package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.fault.Fault.OfSummary;
import io.flexledger.testing.gateway.wire.AccountEncoder;
import io.flexledger.testing.gateway.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers what is asked about accounts, and keeps what the client subscribed to. */
record AccountAnswers(World world, Subscriptions subscriptions) {

    private static final int MOST_SUMMARIES = 2;

    List<Message> accountUpdates(RequestFields fields) {
        fields.skip();
        boolean subscribe = fields.flag();
        String asked = fields.text();
        String id = asked.isEmpty() && world.accountIds().size() == 1
                ? world.accountIds().getFirst()
                : asked;
        SimulatedAccount account = account(fields, id);
        if (!subscribe) {
            subscriptions.stopAccount();
            return List.of();
        }
        return subscriptions.account(account);
    }

    List<Message> summary(RequestFields fields) {
        fields.skip();
        int requestId = fields.requestId();
        fields.skip();
        String tags = fields.text();
        if (subscriptions.summaries() >= MOST_SUMMARIES) {
            throw new RefusedRequest(
                    requestId,
                    RefusedRequest.TOO_MANY,
                    "Error processing request.-'bN' : cause - Maximum number of account summary requests exceeded");
        }
        List<Message> rows = new ArrayList<>(subscriptions.summary(requestId, Set.of(tags.split(",", -1))));
        rows.add(AccountEncoder.summaryEnd(requestId));
        if (world.faults().take(OfSummary.class).isPresent()) {
            rows.add(AccountEncoder.summaryEnd(requestId));
        }
        return rows;
    }

    List<Message> positions() {
        subscriptions.positions(true);
        List<Message> rows = new ArrayList<>();
        for (SimulatedAccount account : world.accounts().all()) {
            account.holdings().stream()
                    .filter(held -> held.position().signum() != 0)
                    .map(held ->
                            AccountEncoder.position(account.id(), held.contract(), held.position(), held.averageCost()))
                    .forEach(rows::add);
        }
        rows.add(AccountEncoder.positionsEnd());
        return rows;
    }

    List<Message> positionsMulti(RequestFields fields) {
        fields.skip();
        int requestId = fields.requestId();
        SimulatedAccount account = account(fields, fields.text());
        subscriptions.positionsMulti(requestId, account.id());
        List<Message> rows = new ArrayList<>(account.holdings().stream()
                .filter(held -> held.position().signum() != 0)
                .map(held -> AccountEncoder.positionMulti(requestId, account.id(), held))
                .toList());
        rows.add(AccountEncoder.positionsMultiEnd(requestId));
        return rows;
    }

    List<Message> valuesMulti(RequestFields fields) {
        fields.skip();
        int requestId = fields.requestId();
        SimulatedAccount account = account(fields, fields.text());
        fields.skip();
        List<Message> rows = new ArrayList<>(subscriptions.valuesMulti(requestId, account, fields.flag()));
        rows.add(AccountEncoder.valuesMultiEnd(requestId));
        return rows;
    }

    List<Message> profit(RequestFields fields) {
        int requestId = fields.requestId();
        SimulatedAccount account = account(fields, fields.text());
        return subscriptions.profit(requestId, account);
    }

    List<Message> profitSingle(RequestFields fields) {
        int requestId = fields.requestId();
        SimulatedAccount account = account(fields, fields.text());
        fields.skip();
        return subscriptions.profitSingle(requestId, account, fields.number());
    }

    /** @param versioned whether a version goes before the request's id */
    List<Message> cancel(RequestFields fields, boolean versioned) {
        if (versioned) {
            fields.skip();
        }
        subscriptions.cancel(fields.requestId());
        return List.of();
    }

    private SimulatedAccount account(RequestFields fields, String id) {
        return world.account(id).orElseThrow(() -> fields.invalid("Invalid account code '" + id + "'"));
    }
}
