package io.flexledger.ingestor.fetch;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.FlexSettings.ConfiguredQuery;
import io.flexledger.ingestor.period.InvalidPeriodException;
import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.Role;
import io.flexledger.ingestor.schedule.Job;
import io.flexledger.ingestor.schedule.Jobs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the broker's service, and tells all that is wrong with them at once. */
public final class FlexSettingsReader {

    private static final Pattern ID = Pattern.compile("[0-9]{1,12}");
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_-]{6,128}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");
    private static final int NUMBER = 12;
    private static final String SAVED = "saved";
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private final WrittenSettings written;
    private final List<SettingFault> faults = new ArrayList<>();

    private FlexSettingsReader(WrittenSettings written) {
        this.written = written;
    }

    public static FlexSettings read(WrittenSettings written) throws InvalidSettingsException {
        var reader = new FlexSettingsReader(written);
        var settings = reader.settings();
        if (!reader.faults.isEmpty()) {
            throw new InvalidSettingsException(reader.faults);
        }
        return settings;
    }

    private FlexSettings settings() {
        var retry = retry();
        var baseUrl = baseUrl();
        return new FlexSettings(queries(), retry, baseUrl, hosts(baseUrl));
    }

    private RetrySettings retry() {
        var base = seconds("IBKR_FLEX_BACKOFF_BASE_SECONDS", "10.0");
        var max = seconds("IBKR_FLEX_BACKOFF_MAX_SECONDS", "60.0");
        if (max.compareTo(base) < 0) {
            fault("IBKR_FLEX_BACKOFF_MAX_SECONDS", "is less than IBKR_FLEX_BACKOFF_BASE_SECONDS", "60.0");
        }
        var least = factor("IBKR_FLEX_JITTER_MIN_MULTIPLIER", "0.5");
        var most = factor("IBKR_FLEX_JITTER_MAX_MULTIPLIER", "1.5");
        if (most.compareTo(least) < 0) {
            fault("IBKR_FLEX_JITTER_MAX_MULTIPLIER", "is less than IBKR_FLEX_JITTER_MIN_MULTIPLIER", "1.5");
        }
        return new RetrySettings(
                seconds("IBKR_FLEX_INITIAL_WAIT_SECONDS", "5.0"),
                attempts(),
                base,
                max,
                least,
                most,
                seconds("IBKR_FLEX_DEADLINE_SECONDS", "3600"));
    }

    private int attempts() {
        var attempts = number("IBKR_FLEX_RETRY_ATTEMPTS", "7", BigDecimal.ONE, BigDecimal.valueOf(100));
        if (attempts.stripTrailingZeros().scale() > 0) {
            fault("IBKR_FLEX_RETRY_ATTEMPTS", "is not a whole number", "7");
        }
        return attempts.intValue();
    }

    private Duration seconds(String name, String example) {
        return Duration.ofMillis(
                number(name, example, BigDecimal.ZERO, DAY).movePointRight(3).longValue());
    }

    private BigDecimal factor(String name, String example) {
        return number(name, example, BigDecimal.ZERO, BigDecimal.TEN);
    }

    private BigDecimal number(String name, String example, BigDecimal least, BigDecimal most) {
        var text = written.value(name);
        try {
            var number = new BigDecimal(text.isEmpty() ? example : text);
            if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
                return number;
            }
            fault(name, "is not from %s to %s: %s".formatted(least, most, shown(text)), example);
        } catch (NumberFormatException _) {
            fault(name, "is not a number: " + shown(text), example);
        }
        return new BigDecimal(example);
    }

    /** What is too long for a number may be a secret in the wrong place. */
    private static String shown(String text) {
        return text.length() > NUMBER ? "a text of %d characters".formatted(text.length()) : "'" + text + "'";
    }

    private String baseUrl() {
        var url = written.value("IBKR_FLEX_BASE_URL");
        if (url.isEmpty()) {
            return FlexSettings.BROKER_URL;
        }
        var address = WebAddress.parse(url);
        if (address.isEmpty()) {
            fault("IBKR_FLEX_BASE_URL", "is not a web address", FlexSettings.BROKER_URL);
            return FlexSettings.BROKER_URL;
        }
        if (address.get().isInTheClear()) {
            fault("IBKR_FLEX_BASE_URL", "would send the token unencrypted", FlexSettings.BROKER_URL);
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private Set<String> hosts(String baseUrl) {
        var hosts = new LinkedHashSet<>(FlexSettings.BROKER_HOSTS);
        WebAddress.parse(baseUrl).map(WebAddress::host).ifPresent(hosts::add);
        Arrays.stream(written.value("IBKR_FLEX_ALLOWED_HOSTS").split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .forEach(hosts::add);
        return hosts;
    }

    /** One query from the three plain settings, or as many as are listed; none where nothing is configured. */
    private List<ConfiguredQuery> queries() {
        if (!written.queries().isEmpty()) {
            return listed();
        }
        var three = List.of("ACCOUNT_ID", "IBKR_FLEX_TOKEN", "IBKR_FLEX_QUERY_ID");
        // The account alone is of use to others.
        if (written.value("IBKR_FLEX_TOKEN").isEmpty()
                && written.value("IBKR_FLEX_QUERY_ID").isEmpty()) {
            return List.of();
        }
        int before = faults.size();
        three.stream().filter(name -> written.value(name).isEmpty()).forEach(name -> fault(name, "is missing", null));
        var id = id("IBKR_FLEX_QUERY_ID", written.value("IBKR_FLEX_QUERY_ID"));
        var token = token("IBKR_FLEX_TOKEN", written.value("IBKR_FLEX_TOKEN"));
        var account = account("ACCOUNT_ID", written.value("ACCOUNT_ID"));
        return faults.size() > before
                ? List.of()
                : List.of(new ConfiguredQuery(
                        new FlexQuery(id, id, Role.FULL, account, token), jobs("", id, Role.FULL, "", ""), false));
    }

    private List<ConfiguredQuery> listed() {
        var found = new ArrayList<ConfiguredQuery>();
        for (int i = 0; i < written.queries().size(); i++) {
            listed(i, place(i)).ifPresent(found::add);
        }
        refuseSame();
        return found;
    }

    private static String place(int index) {
        return "flex_query.queries[" + index + "].";
    }

    /** Jobs and pauses are kept by a query's id, and people call a query by either: both mean one query alone. */
    private void refuseSame() {
        var owners = new HashMap<String, Integer>();
        var settings = new HashMap<String, String>();
        for (int i = 0; i < written.queries().size(); i++) {
            for (var kind : List.of("id", "name")) {
                var text = text(written.queries().get(i), kind);
                if (!(kind.equals("id") ? ID : NAME).matcher(text).matches()) {
                    continue; // told as a fault of its own, or absent
                }
                if (owners.putIfAbsent(text, i) == null) {
                    settings.put(text, place(i) + kind);
                } else if (owners.getOrDefault(text, i) != i) {
                    fault(
                            place(i) + kind,
                            "is %s, and so is %s".formatted(value(text), settings.get(text)),
                            kind.equals("id")
                                    ? "the id of another query, or no second entry for this one"
                                    : "another name");
                }
            }
        }
    }

    /** A number too long for an id may be a token. */
    private static String value(String text) {
        return text.chars().allMatch(Character::isDigit) ? shown(text) : "'" + text + "'";
    }

    private Optional<ConfiguredQuery> listed(int index, String prefix) {
        var values = written.queries().get(index);
        int before = faults.size();
        var id = id(prefix + "id", text(values, "id"));
        var name = text(values, "name").isEmpty() ? id : text(values, "name");
        if (!NAME.matcher(name).matches()) {
            fault(prefix + "name", "has other characters than letters, digits, spaces, dots and dashes", "mtd");
        }
        var account = account(prefix + "account", either(values, "account", "ACCOUNT_ID"));
        var token = token(prefix + "token", either(values, "token", "IBKR_FLEX_TOKEN"));
        var role = role(prefix + "role", text(values, "role"));
        var period = text(values, "period");
        boolean saved = period.equals(SAVED);
        var jobs = jobs(prefix, name, role, text(values, "schedule"), saved ? "" : period);
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new ConfiguredQuery(new FlexQuery(id, name, role, account, token), jobs, saved));
    }

    private List<Job> jobs(String prefix, String name, Role role, String schedule, String period) {
        @Nullable JobPeriod first = null;
        try {
            first = period.isEmpty() ? null : JobPeriod.parse(period);
        } catch (InvalidPeriodException e) {
            fault(prefix + "period", "is " + e.getMessage(), "month-to-date, or saved for the query's own");
        }
        try {
            return Jobs.of(name, role, schedule, first);
        } catch (IllegalArgumentException e) {
            fault(prefix + "schedule", "is " + e.getMessage(), "0 17 * * TUE-SAT");
            return List.of();
        }
    }

    private String either(Map<String, String> values, String own, String common) {
        var text = text(values, own);
        return text.isEmpty() ? written.value(common) : text;
    }

    private static String text(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").strip();
    }

    private Role role(String name, String text) {
        if (text.isEmpty()) {
            return Role.FULL;
        }
        try {
            return Role.parse(text);
        } catch (IllegalArgumentException e) {
            fault(name, "is " + e.getMessage(), "full");
            return Role.FULL;
        }
    }

    private String id(String name, String text) {
        if (!text.isEmpty() && !ID.matcher(text).matches()) {
            fault(name, "is not a query id, which has digits only", "123456");
        } else if (text.isEmpty() && !name.equals("IBKR_FLEX_QUERY_ID")) {
            fault(name, "is missing", null);
        }
        return text;
    }

    /** What was written is never repeated. */
    private Token token(String name, String text) {
        if (!text.isEmpty() && !TOKEN.matcher(text).matches()) {
            fault(name, "is not a token, which has at least 6 letters and digits", null);
        } else if (text.isEmpty() && !name.equals("IBKR_FLEX_TOKEN")) {
            fault(name, "is missing, and so is IBKR_FLEX_TOKEN", null);
        }
        return new Token(text);
    }

    private AccountId account(String name, String text) {
        try {
            return AccountId.of(text);
        } catch (IllegalArgumentException _) {
            if (!text.isEmpty() || !name.equals("ACCOUNT_ID")) {
                fault(name, "is not an account", "U1234567");
            }
            return AccountId.of("-");
        }
    }

    private void fault(String setting, String reason, @Nullable String example) {
        faults.add(new SettingFault(setting, reason, example == null ? SettingFault.example(setting) : example));
    }
}
