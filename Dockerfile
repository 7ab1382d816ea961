# One image per service, from what Maven built:
#   ./mvnw -q -DskipTests package
#   docker build --target service --build-arg MODULE=ledger-service -t flexledger/ledger-service .
# one that prepares a database and a broker: docker build --target setup -t flexledger/setup .
# and one that is the ledger command: docker build --target cli -t flexledger/ledger-cli .
ARG JRE=eclipse-temurin:25-jre-noble

FROM ${JRE} AS runtime
WORKDIR /app
# A number, so that Kubernetes can see it is not root.
USER 10001

FROM runtime AS setup
COPY ledger-cli/target/lib/ lib/
COPY ledger-cli/target/ledger-cli.jar .
ENTRYPOINT ["java", "-cp", "ledger-cli.jar", "io.flexledger.stack.SetupMain"]

FROM runtime AS cli
COPY ledger-cli/target/lib/ lib/
COPY ledger-cli/target/ledger-cli.jar .
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "ledger-cli.jar"]

FROM runtime AS service
ARG MODULE
COPY ${MODULE}/target/quarkus-app/ ./
# The container is the loopback here: what is reachable from outside is decided by who publishes the port.
ENV FLEXLEDGER_HTTP_HOST=0.0.0.0 FLEXLEDGER_HTTP_PORT=8080
EXPOSE 8080
# The image has no HTTP client; bash opens the connection itself.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$FLEXLEDGER_HTTP_PORT && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# The last two flags: Netty and zstd keep memory outside the heap, and the JVM warns where nobody allowed it.
# More flags go into JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "quarkus-run.jar"]
