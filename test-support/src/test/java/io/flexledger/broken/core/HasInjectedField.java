package io.flexledger.broken.core;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

final class HasInjectedField {

    @Inject
    @Nullable
    String dependency;
}
