// Connects to a gateway with @stoqey/ib, asks for everything the client can decode, and prints it as one line of JSON.
// Usage: node judge.js <port> <clientId> <account> <conId>
"use strict";
const { IBApi, EventName } = require("@stoqey/ib");

const [port, clientId, conId] = [process.argv[2], process.argv[3], process.argv[5]].map(Number);
const account = process.argv[4];
const seen = {
  server: 0, accounts: "", executions: [], commissions: [], summary: [], values: [], portfolio: [], positions: [],
  pnl: [], pnlSingle: [], notices: [], errors: [], ends: [],
};
const ENDS = ["executions", "summary", "account", "positions", "pnl", "pnlSingle", "time"];
const api = new IBApi({ host: "127.0.0.1", port, clientId });

function ended(what) {
  seen.ends.push(what);
  if (ENDS.every((end) => seen.ends.includes(end))) {
    finish();
  }
}

function finish() {
  console.log(JSON.stringify(seen));
  api.disconnect();
  setTimeout(() => process.exit(0), 50);
}

api.on(EventName.server, (version) => { seen.server = version; });
api.on(EventName.managedAccounts, (accounts) => { seen.accounts = accounts; });
api.on(EventName.error, (error, code, reqId) => seen.errors.push({ text: String(error.message), code, reqId }));
api.on(EventName.info, (text, code) => seen.notices.push({ text, code }));
api.on(EventName.execDetails, (reqId, contract, execution) => seen.executions.push({ reqId, contract, execution }));
api.on(EventName.commissionReport, (report) => seen.commissions.push(report));
api.on(EventName.execDetailsEnd, () => ended("executions"));
api.on(EventName.accountSummary, (reqId, of, tag, value, currency) => seen.summary.push({ of, tag, value, currency }));
api.on(EventName.accountSummaryEnd, () => ended("summary"));
api.on(EventName.updateAccountValue, (key, value, currency, of) => seen.values.push({ of, key, value, currency }));
api.on(EventName.updatePortfolio, (contract, position, price, value, cost, unrealized, realized, of) =>
  seen.portfolio.push({ contract, position, price, value, cost, unrealized, realized, of }));
api.on(EventName.accountDownloadEnd, () => ended("account"));
api.on(EventName.position, (of, contract, position, cost) => seen.positions.push({ of, contract, position, cost }));
api.on(EventName.positionEnd, () => ended("positions"));
api.on(EventName.pnl, (reqId, daily, unrealized, realized) => {
  seen.pnl.push({ daily, unrealized, realized });
  ended("pnl");
});
api.on(EventName.pnlSingle, (reqId, position, daily, unrealized, realized, value) => {
  seen.pnlSingle.push({ position, daily, unrealized, realized, value });
  ended("pnlSingle");
});
api.on(EventName.currentTime, () => ended("time"));
api.once(EventName.nextValidId, () => {
  api.reqExecutions(1, {});
  api.reqAccountSummary(2, "All", "NetLiquidation,TotalCashValue,$LEDGER:ALL");
  api.reqAccountUpdates(true, account);
  api.reqPositions();
  api.reqPnL(3, account, "");
  api.reqPnLSingle(4, account, "", conId);
  api.reqCurrentTime();
});
setTimeout(() => { seen.ends.push("late"); finish(); }, 15000);
api.connect();
