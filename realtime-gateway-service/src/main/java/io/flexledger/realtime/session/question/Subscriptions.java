package io.flexledger.realtime.session.question;

import io.flexledger.realtime.message.ExecutionFilter;
import io.flexledger.realtime.message.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What to ask of a gateway.
 *
 * @param accounts of this log-in, in the gateway's order
 */
public record Subscriptions(int serverVersion, List<String> accounts) {

    /** From here on executions of days before today can be asked for. */
    private static final int WITH_DAYS = 200;

    private static final String EVERY_ACCOUNT = "All";

    private static final List<String> TAGS = List.of(
            "NetLiquidation",
            "TotalCashValue",
            "SettledCash",
            "AccruedCash",
            "GrossPositionValue",
            "EquityWithLoanValue",
            "AvailableFunds",
            "BuyingPower",
            "InitMarginReq",
            "MaintMarginReq",
            "ExcessLiquidity",
            "Cushion",
            "$LEDGER:ALL");

    public Subscriptions {
        accounts = List.copyOf(accounts);
    }

    /** Whether there are several accounts: they are told their values together, and the marks of no position. */
    public boolean isOfSeveral() {
        return accounts.size() > 1;
    }

    /** Everything, for a gateway that tells us nothing yet. What cannot be repeated, the executions, goes first. */
    public List<Request> everything() {
        List<Request> requests = new ArrayList<>(executionsAndPositions());
        requests.add(summary());
        if (!isOfSeveral()) {
            requests.add(account());
        } else {
            for (int index = 0; index < accounts.size(); index++) {
                requests.add(values(index));
            }
        }
        for (int index = 0; index < accounts.size(); index++) {
            requests.add(new Request.ProfitAndLoss(Asked.RESULT.requestId(index), accounts.get(index), null));
        }
        return requests;
    }

    /** What a gap may have swallowed; subscriptions that stand stay as they are. */
    public List<Request> executionsAndPositions() {
        return List.of(executions(), new Request.Positions());
    }

    /** The regular round: beside the executions and positions, what was not answered the last time, or refused. */
    public List<Request> round(Set<Asked> lacking) {
        List<Request> requests = new ArrayList<>(executionsAndPositions());
        if (lacking.contains(Asked.SUMMARY)) {
            requests.addAll(summaryAgain());
        }
        if (lacking.contains(Asked.ACCOUNT)) {
            requests.add(account());
        }
        if (lacking.contains(Asked.VALUES)) {
            for (int index = 0; index < accounts.size(); index++) {
                requests.addAll(valuesAgain(index));
            }
        }
        return requests;
    }

    /** Everything an account's figures rest on, which while it was not ready were told in vain. */
    public List<Request> again(String account) {
        List<Request> requests = new ArrayList<>(executionsAndPositions());
        requests.addAll(summaryAgain());
        int index = accounts.indexOf(account);
        if (!isOfSeveral()) {
            requests.add(account());
        } else if (index >= 0) {
            requests.addAll(valuesAgain(index));
        }
        return requests;
    }

    /** For somebody who wants to know now. */
    public List<Request> refresh() {
        List<Request> requests = new ArrayList<>(executionsAndPositions());
        requests.addAll(summaryAgain());
        return requests;
    }

    /** The values and the portfolio of the only account. */
    public Request account() {
        return new Request.AccountUpdates(true, accounts.getFirst());
    }

    private Request values(int index) {
        return new Request.AccountUpdatesMulti(Asked.VALUES.requestId(index), accounts.get(index), null, false);
    }

    private List<Request> valuesAgain(int index) {
        return List.of(new Request.CancelAccountUpdatesMulti(Asked.VALUES.requestId(index)), values(index));
    }

    private List<Request> summaryAgain() {
        // A second one with the same id would be refused as a duplicate.
        return List.of(new Request.CancelAccountSummary(Asked.SUMMARY.requestId()), summary());
    }

    private static Request summary() {
        return new Request.AccountSummary(Asked.SUMMARY.requestId(), EVERY_ACCOUNT, TAGS);
    }

    private Request executions() {
        ExecutionFilter filter = serverVersion >= WITH_DAYS
                ? ExecutionFilter.lastDays(ExecutionFilter.MOST_DAYS)
                : ExecutionFilter.today();
        return new Request.Executions(Asked.EXECUTIONS.requestId(), filter);
    }
}
