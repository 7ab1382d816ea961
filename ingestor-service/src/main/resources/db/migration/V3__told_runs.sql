-- What was told last of each query, so that the next end counts as newer whatever the clock says.
create table told_run (
    account text   not null,
    query   text   not null,
    run     bigint not null,
    version bigint not null,
    primary key (account, query)
);
