package io.flexledger.broken.left;

import io.flexledger.broken.right.Right;

public record Left(Right right) {}
