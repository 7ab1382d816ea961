create table effect (
    topic     text   not null,
    partition int    not null,
    at        bigint not null,
    number    bigint not null,
    primary key (topic, partition, at)
);

-- What a writer has committed, for a writer that lost the confirmation.
create table sent (number bigint primary key);
