package io.flexledger.ingestor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChainLinkTest {

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

    private final ChainLink first = ChainLink.first(OF_NOTHING, 0);
    private final ChainLink second = first.next(OF_A, 1);

    @Test
    void isTheHashOfWhatCameBeforeAndWhatItHolds() {
        // printf '%064d%s%s' 0 e3b0c442... 0 | sha256sum; then the same with that link, the hash of "a", and 1
        assertThat(first.link()).isEqualTo("30bdadc3a933c24ced9859ef4ec6bc6a98edc2560ce7b041686546643acb5e41");
        assertThat(second.link()).isEqualTo("981bd390dbe49b0fcdff4e936bb351d5e6599e11e85c2483a4902fa703785b43");
        assertThat(second.position()).isEqualTo(2);
    }

    @Test
    void fitsOnlyWhatItWasMadeFrom() {
        assertThat(second.isIntact()).isTrue();
        assertThat(new ChainLink(2, second.previous(), OF_NOTHING, 1, second.link()).isIntact())
                .isFalse();
        assertThat(new ChainLink(2, second.previous(), OF_A, 2, second.link()).isIntact())
                .isFalse();
        assertThat(new ChainLink(2, ChainLink.ORIGIN, OF_A, 1, second.link()).isIntact())
                .isFalse();
    }
}
