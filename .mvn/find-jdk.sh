# Sourced by ./mvnw and ./ledger: exports JAVA_HOME as a JDK of the wanted release or newer, or says so and exits.
# Order: JAVA_HOME, PATH, the system's JVM directories, SDKMAN, macOS. POSIX sh; works under `set -euf`.

flexledger_min_jdk=25

# The feature release of a JDK, read from its `release` file; no JVM is started.
flexledger_jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

flexledger_jdk_fits() {
  flexledger_release=$(flexledger_jdk_release "$1") || return 1
  [ "${flexledger_release:-0}" -ge "$flexledger_min_jdk" ]
}

flexledger_jdk_candidates() {
  [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
  if flexledger_javac=$(command -v javac); then
    flexledger_javac=$(readlink -f "$flexledger_javac" 2>/dev/null || printf '%s' "$flexledger_javac")
    printf '%s\n' "${flexledger_javac%/bin/javac}"
  fi
  for flexledger_dir in /usr/lib/jvm /usr/java /opt/java "${SDKMAN_DIR:-${HOME-}/.sdkman}/candidates/java" \
    "${HOME-}/.jdks"; do
    [ ! -d "$flexledger_dir" ] || find "$flexledger_dir" -mindepth 1 -maxdepth 1 | sort
  done
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$flexledger_min_jdk+" 2>/dev/null || :
  for flexledger_dir in /Library/Java/JavaVirtualMachines "${HOME-}/Library/Java/JavaVirtualMachines"; do
    [ ! -d "$flexledger_dir" ] || find "$flexledger_dir" -mindepth 1 -maxdepth 1 -exec printf '%s/Contents/Home\n' {} \;
  done
}

flexledger_jdk=$(
  flexledger_jdk_candidates | while IFS= read -r flexledger_candidate; do
    if flexledger_jdk_fits "$flexledger_candidate"; then
      printf '%s' "$flexledger_candidate"
      break
    fi
  done
)
if [ -z "$flexledger_jdk" ]; then
  echo "Flexledger needs a JDK $flexledger_min_jdk or newer and found none: install one or set JAVA_HOME." >&2
  exit 1
fi
JAVA_HOME=$flexledger_jdk
export JAVA_HOME
