/**
 * What stands beside the code and must not drift from it: the container files, the Kubernetes resources and the
 * documents. They are read as files; nothing is started but a program that says which settings it lacks.
 */
@NullMarked
package io.flexledger.deployment;

import org.jspecify.annotations.NullMarked;
