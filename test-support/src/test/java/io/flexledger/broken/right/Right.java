package io.flexledger.broken.right;

import io.flexledger.broken.left.Left;
import java.util.Optional;

public record Right(Optional<Left> left) {

    static Right alone() {
        return new Right(Optional.<Left>empty());
    }
}
