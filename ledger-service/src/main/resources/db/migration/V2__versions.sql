-- Versions of what is published. A schema made anew goes on above the versions the one before gave, which readers remember:
-- it begins at the time in microseconds, and no ledger publishes more than one state in each.
create sequence published_version;
select setval('published_version', (extract(epoch from clock_timestamp()) * 1000000)::bigint);
