package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.account.Charge;
import io.flexledger.testing.gateway.script.CommissionTiming;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.wire.Contract;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an operator has the accounts do, a line of words each. */
record Commands(GatewaySimulator gateway) {

    static final String USAGE = """
            POST   /simulator/fill        <account> buy|sell <shares> <instrument> <price>
                                          [commission=1.00] [comes=now|first|on-request|never|<seconds>]
            POST   /simulator/burst       <count> <per second> [<account> [<instrument>]]
            POST   /simulator/combo       <account> <shares> <price> <instrument> <instrument> [parts=1]
                                          a BAG and a bought and a sold leg; in parts the ids have five segments
            POST   /simulator/correct     <execution id> <shares> <price>
            POST   /simulator/mark        <instrument> <price>
            POST   /simulator/rate        <account> <currency> <rate>
            POST   /simulator/nav         <account> <amount>, or computed
            POST   /simulator/margin      <account> <maintenance requirement>, or computed
            POST   /simulator/notice      <code> <text>
                                          an instrument is AAPL, SPY, or a conid or symbol that is held or was traded
            """;

    private static final List<Contract> KNOWN =
            List.of(Contract.stock(265598, "AAPL", "NASDAQ", "USD"), Contract.stock(756733, "SPY", "ARCA", "USD"));
    private static final BigDecimal STANDARD_PRICE = new BigDecimal("150.25");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int SWING = 7;

    /** The id of the execution. */
    String fill(String line) {
        List<String> words = words(line, 5);
        Contract contract = contract(words.get(3));
        Fill fill = "buy".equals(words.get(1).toLowerCase(Locale.ROOT))
                ? Fill.buy(words.get(0), contract, words.get(2), words.get(4))
                : Fill.sell(words.get(0), contract, words.get(2), words.get(4));
        String commission = named(line, "commission", "1.00");
        return gateway.script()
                .fill(fill.costing(Charge.of(commission, contract.currency()))
                        .with(timing(named(line, "comes", "now"))))
                .execId();
    }

    /** Goes on after this returns. */
    String burst(String line) {
        List<String> words = words(line, 2);
        int count = Integer.parseInt(words.get(0));
        double perSecond = Double.parseDouble(words.get(1));
        String account =
                words.size() > 2 ? words.get(2) : gateway.accounts().getFirst().id();
        Contract contract =
                contract(words.size() > 3 ? words.get(3) : KNOWN.getFirst().symbol());
        gateway.account(account);
        Duration pause = Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / perSecond));
        Thread.ofVirtual().name("gateway-burst").start(() -> burst(account, contract, count, pause));
        return "%d fills, one every %.1f ms".formatted(count, 1_000 / perSecond);
    }

    private void burst(String account, Contract contract, int count, Duration pause) {
        BigDecimal around = gateway.account(account)
                .holding(contract.conId())
                .map(held -> held.price())
                .orElse(STANDARD_PRICE);
        long began = System.nanoTime();
        try {
            for (int number = 0; number < count; number++) {
                long early = began + pause.toNanos() * number - System.nanoTime();
                Thread.sleep(Duration.ofNanos(Math.max(0, early)));
                String price = around.add(CENT.multiply(BigDecimal.valueOf(number % SWING)))
                        .toPlainString();
                gateway.script()
                        .fill(
                                number % 2 == 0
                                        ? Fill.buy(account, contract, "1", price)
                                        : Fill.sell(account, contract, "1", price));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ids of its executions. */
    String combo(String line) {
        List<String> words = words(line, 5);
        String account = words.get(0);
        String shares = words.get(1);
        String price = words.get(2);
        Contract first = contract(words.get(3));
        Contract second = contract(words.get(4));
        Fill summary = Fill.buy(
                account, Contract.bag(first.conId() ^ second.conId(), first.symbol(), first.currency()), shares, price);
        List<Fill> legs = List.of(Fill.buy(account, first, shares, price), Fill.sell(account, second, shares, price));
        int parts = Integer.parseInt(named(line, "parts", "1"));
        List<String> ids = new ArrayList<>();
        (parts == 1 ? gateway.script().combo(summary, legs) : gateway.script().comboInParts(summary, legs, parts))
                .forEach(execution -> ids.add(execution.execId()));
        return String.join("\n", ids);
    }

    String correct(String line) {
        List<String> words = words(line, 3);
        return gateway.script()
                .correct(words.get(0), words.get(1), words.get(2))
                .execId();
    }

    String mark(String line) {
        List<String> words = words(line, 2);
        gateway.script().mark(contract(words.get(0)), new BigDecimal(words.get(1)).toPlainString());
        return "";
    }

    String rate(String line) {
        List<String> words = words(line, 3);
        gateway.script().rate(words.get(0), words.get(1), new BigDecimal(words.get(2)).toPlainString());
        return "";
    }

    String nav(String line) {
        List<String> words = words(line, 2);
        boolean computed = words.get(1).equals("computed");
        gateway.script().nav(words.get(0), computed ? null : new BigDecimal(words.get(1)).toPlainString());
        return "";
    }

    String margin(String line) {
        List<String> words = words(line, 2);
        boolean computed = words.get(1).equals("computed");
        gateway.script().maintenance(words.get(0), computed ? null : new BigDecimal(words.get(1)).toPlainString());
        return "";
    }

    String notice(String line) {
        String[] words = line.strip().split("\\s+", 2);
        gateway.script().notice(Integer.parseInt(words[0]), words.length > 1 ? words[1] : "");
        return "";
    }

    private Contract contract(String name) {
        return gateway.contract(name)
                .or(() -> KNOWN.stream().filter(known -> known.goesBy(name)).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no such instrument: " + name));
    }

    private static CommissionTiming timing(String text) {
        return switch (text) {
            case "now" -> CommissionTiming.AT_ONCE;
            case "first" -> new CommissionTiming.First();
            case "on-request" -> new CommissionTiming.OnRequest();
            case "never" -> new CommissionTiming.Never();
            default -> CommissionTiming.after(Duration.ofSeconds(Long.parseLong(text)));
        };
    }

    /** Those without a name. */
    private static List<String> words(String line, int least) {
        List<String> words = List.of(line.strip().split("\\s+", -1)).stream()
                .filter(word -> word.indexOf('=') < 0)
                .toList();
        if (words.size() < least || words.getFirst().isEmpty()) {
            throw new IllegalArgumentException("too few words: " + line);
        }
        return words;
    }

    private static String named(String line, String name, String standard) {
        return List.of(line.strip().split("\\s+", -1)).stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst()
                .orElse(standard);
    }
}
