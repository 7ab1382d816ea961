package io.flexledger.report.adapter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveClientTest {

    private static Push push(int id) {
        return new Push(id, "day", "{}");
    }

    @Test
    void whoTakesWhatComesGetsEverything() {
        var client = new LiveClient(null, 2);
        var reader = client.messages().subscribe().withSubscriber(AssertSubscriber.<Push>create(Long.MAX_VALUE));
        for (int i = 0; i < 100; i++) {
            client.send(push(i));
        }

        assertThat(reader.getItems()).hasSize(100);
        assertThat(client.isOver()).isFalse();
    }

    @Test
    void whoTakesNothingGetsALastWordAndIsLetGo() {
        var client = new LiveClient(null, 2);
        var reader = client.messages().subscribe().withSubscriber(AssertSubscriber.<Push>create(0));
        for (int i = 1; i <= 5; i++) {
            client.send(push(i));
        }
        assertThat(client.isOver()).isTrue();

        reader.request(10);
        reader.assertCompleted();
        assertThat(reader.getItems()).extracting(Push::event).containsExactly("day", "day", "end");
        assertThat(reader.getLastItem().data()).isEqualTo("{\"reason\":\"too slow: 2 messages were waiting\"}");
    }

    @Test
    void whatThereIsAtFirstHasRoomHoweverMuchItIs() {
        var client = new LiveClient(null, 2);
        var reader = client.messages().subscribe().withSubscriber(AssertSubscriber.<Push>create(0));
        client.greet(List.of(push(1), push(2), push(3), push(4)));
        client.send(push(5));
        client.send(push(6));
        assertThat(client.isOver()).isFalse();

        client.send(push(7));
        reader.request(10);
        assertThat(reader.getItems()).extracting(Push::event).hasSize(7).endsWith("end");
    }

    @Test
    void whoGoesIsForgotten() {
        var client = new LiveClient(null, 2);
        var reader = client.messages().subscribe().withSubscriber(AssertSubscriber.<Push>create(1));
        reader.cancel();

        assertThat(client.isOver()).isTrue();
        client.send(push(1));
        assertThat(reader.getItems()).isEmpty();
    }
}
