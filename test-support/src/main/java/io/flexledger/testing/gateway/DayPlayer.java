package io.flexledger.testing.gateway;

import io.flexledger.testing.gateway.day.Days;
import io.flexledger.testing.gateway.day.Happening;
import io.flexledger.testing.gateway.day.PlayedDay;
import io.flexledger.testing.gateway.script.DayClock;
import io.flexledger.testing.gateway.script.Fill;
import io.flexledger.testing.gateway.script.GatewayScript;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lets days happen again: the gateway opens with what the accounts had the evening before, its clock is the day's, and
 * everything happens when it did. To open a day is a restart, so connections drop.
 */
public final class DayPlayer implements AutoCloseable {

    private static final Duration LEAD = Duration.ofMinutes(1);
    private static final long LOOK_MS = 20;

    private final GatewaySimulator gateway;
    private final DayClock clock;
    private final Days days;
    private Optional<Thread> player = Optional.empty();
    private volatile String state = "no day is played";
    private volatile int pace = 1;
    private int steps;

    /** @param clock the gateway's own */
    public DayPlayer(GatewaySimulator gateway, DayClock clock, Days days) {
        this.gateway = gateway;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Begins; what was played before ends.
     *
     * @throws IllegalArgumentException when there is no such day
     */
    public synchronized void play(Programme programme) {
        List<PlayedDay> first = days.of(programme.first());
        if (first.isEmpty()) {
            throw new IllegalArgumentException("no statement of " + programme.first());
        }
        stop();
        pace = programme.pace();
        steps = 0;
        open(first, programme);
        player = Optional.of(Thread.ofVirtual().name("day-player").start(() -> run(first, programme)));
    }

    /** The next happening happens now, whatever its time. */
    public synchronized void step() {
        steps++;
        notifyAll();
    }

    /** @param times faster than it was; 0 waits to be told */
    public synchronized void pace(int times) {
        pace = times;
        clock.pace(times);
        notifyAll();
    }

    /** Leaves everything as it is. */
    public void stop() {
        Optional<Thread> running;
        synchronized (this) {
            running = player;
            player = Optional.empty();
        }
        running.ifPresent(Thread::interrupt);
        state = "no day is played";
    }

    /** A sentence. */
    public String state() {
        return state;
    }

    @Override
    public void close() {
        stop();
    }

    private void run(List<PlayedDay> first, Programme programme) {
        List<PlayedDay> played = first;
        try {
            while (!played.isEmpty()) {
                if (programme.awaits()) {
                    awaitClient();
                }
                play(played, programme);
                played = next(played.getFirst().date(), programme);
                if (played.isEmpty()) {
                    clock.pace(1);
                } else {
                    Thread.sleep(programme.longestGap().compareTo(LEAD) < 0 ? programme.longestGap() : LEAD);
                    open(played, programme);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // Something else is played, or nothing.
        }
    }

    private List<PlayedDay> next(LocalDate date, Programme programme) {
        return switch (programme.repeat()) {
            case NO -> List.of();
            case SAME -> days.of(date);
            case FOLLOWING -> days.after(date).map(days::of).orElse(List.of());
        };
    }

    private void open(List<PlayedDay> opened, Programme programme) {
        Instant start = happenings(opened).getFirst().time().minus(LEAD);
        boolean again = happenings(opened).stream()
                .anyMatch(happening -> happening instanceof Happening.Filled filled && isKnown(filled.fill()));
        gateway.restart(() -> {
            if (again) {
                gateway.forgets();
            }
            gateway.opens(opened.stream().map(PlayedDay::account).toList());
            clock.pace(programme.awaits() ? 0 : pace);
            clock.set(start);
        });
        state = "%s is open".formatted(opened.getFirst().date());
    }

    private void play(List<PlayedDay> opened, Programme programme) throws InterruptedException {
        List<Happening> happenings = happenings(opened);
        LocalDate date = opened.getFirst().date();
        if (programme.awaits()) {
            clock.pace(pace);
        }
        for (int number = 0; number < happenings.size(); number++) {
            Happening happening = happenings.get(number);
            state = "%s is played, %d of %d happened, next at %s"
                    .formatted(date, number, happenings.size(), happening.time());
            awaitTurn(happening.time(), programme.longestGap());
            clock.leapTo(happening.time());
            happen(happening);
        }
        state = "%s is over".formatted(date);
    }

    private static List<Happening> happenings(List<PlayedDay> opened) {
        return opened.stream()
                .flatMap(day -> day.happenings().stream())
                .sorted(Comparator.comparing(Happening::time))
                .toList();
    }

    private void awaitClient() throws InterruptedException {
        while (gateway.clients().isEmpty()) {
            Thread.sleep(LOOK_MS);
        }
    }

    private synchronized void awaitTurn(Instant time, Duration longest) throws InterruptedException {
        long began = System.nanoTime();
        while (steps == 0) {
            boolean waitedEnough = System.nanoTime() - began >= longest.toNanos();
            if (clock.pace() > 0 && (waitedEnough || !clock.instant().isBefore(time))) {
                return;
            }
            wait(LOOK_MS);
        }
        steps--;
    }

    private void happen(Happening happening) {
        GatewayScript script = gateway.script();
        switch (happening) {
            case Happening.Filled filled -> fill(filled.fill());
            case Happening.Settled settled -> script.settle(settled.booking());
            case Happening.Paid paid -> script.pay(paid.account(), paid.currency(), paid.amount());
            case Happening.Closed closed -> {
                closed.marks()
                        .forEach((contract, price) -> script.mark(closed.account(), contract, price.toPlainString()));
                script.worth(closed.account(), closed.netAssetValue());
            }
        }
    }

    private boolean isKnown(Fill fill) {
        String execId = fill.execId();
        return execId != null && gateway.knows(execId);
    }

    /** A second row of the same execution is its correction. */
    private void fill(Fill fill) {
        String execId = fill.execId();
        if (execId != null && isKnown(fill)) {
            gateway.script().correct(execId, fill.shares(), fill.price(), fill.charge());
        } else {
            gateway.script().fill(fill);
        }
    }
}
