package io.flexledger.testing.gateway.day;

import io.flexledger.testing.statement.StatementSpec;
import io.flexledger.testing.statement.account.MarketCalendar;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementReader;
import io.flexledger.testing.statement.section.FlexResponse;
import io.flexledger.testing.statement.section.Period;
import io.flexledger.testing.statement.section.Section;
import io.flexledger.testing.statement.section.TradeLevel;
import io.flexledger.testing.statement.simulation.SimulatedAccount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The life of an invented account: the same days that a simulated web service tells of it afterwards. */
public record GeneratedDays(StatementSpec spec) implements Days {

    @Override
    public List<PlayedDay> of(LocalDate date) {
        Deque<TradingDay> lived = new ArrayDeque<>();
        for (TradingDay day : life()) {
            if (day.date().isAfter(date)) {
                break;
            }
            lived.add(day);
            if (lived.size() > 2) {
                lived.remove();
            }
        }
        if (lived.isEmpty() || !lived.getLast().date().equals(date)) {
            return List.of();
        }
        List<Statement> told = told(List.copyOf(lived));
        return List.of(StatementDay.read(told.getLast(), told.size() > 1 ? told.getFirst() : null));
    }

    @Override
    public Optional<LocalDate> after(LocalDate date) {
        LocalDate next = date.isBefore(spec.firstDay()) ? spec.firstDay() : MarketCalendar.nextReportDay(date);
        return next.isAfter(spec.lastDay()) ? Optional.empty() : Optional.of(next);
    }

    private SimulatedAccount life() {
        StatementSpec.Accounts accounts = spec.accounts();
        return new SimulatedAccount(
                spec.seed(), 0, accounts.base(), accounts.euros(), spec.firstDay(), spec.days(), spec.trades());
    }

    private List<Statement> told(List<TradingDay> days) {
        StatementSpec.Accounts accounts = spec.accounts();
        Period.Account account = new Period.Account(accounts.id(0), accounts.base(), TradeLevel.all());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Statement> statements = new ArrayList<>();
        try {
            try (FlexResponse response = new FlexResponse(bytes, "Played", days.size())) {
                for (TradingDay day : days) {
                    Period period = new Period(account, "LastNCalendarDays", day.date(), day.date(), List.of(day));
                    response.statement(period, day.date().plusDays(1).atStartOfDay(), Section.full());
                }
            }
            StatementReader.read(new ByteArrayInputStream(bytes.toByteArray()), statements::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the generated statement cannot be read", e);
        }
        return statements;
    }
}
