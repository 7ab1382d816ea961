package io.flexledger.report.adapter.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
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
    void whoGoesIsForgotten() {
        var client = new LiveClient(null, 2);
        var reader = client.messages().subscribe().withSubscriber(AssertSubscriber.<Push>create(1));
        reader.cancel();

        assertThat(client.isOver()).isTrue();
        client.send(push(1));
        assertThat(reader.getItems()).isEmpty();
    }
}
