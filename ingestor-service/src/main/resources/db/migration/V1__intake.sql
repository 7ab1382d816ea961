-- Every file as it arrived, in a chain of hashes. Only ever grows; see the triggers below.
create table received_file (
    id            text        primary key check (id ~ '^[0-9a-f]{64}$'), -- SHA-256 of the bytes
    position      bigint      not null unique check (position > 0),
    size          bigint      not null check (size >= 0),
    received_at   timestamptz not null,
    origin        text        not null,
    name          text,
    previous_link text        not null unique,
    link          text        not null unique
);

-- The file's bytes, one zstd frame cut into pieces. Written before the file itself, in the same transaction.
create table received_chunk (
    file_id text  not null references received_file deferrable initially deferred,
    ordinal int   not null check (ordinal > 0),
    bytes   bytea not null,
    primary key (file_id, ordinal)
);
alter table received_chunk alter column bytes set storage external; -- compressed already

-- Every statement that was published.
create table raw_artifact (
    id               text        primary key check (id ~ '^[0-9a-f]{64}$'), -- SHA-256 of the statement's bytes
    account_id       text        not null,
    period_key       text        not null,
    flex_query_id    text        not null,
    payload_sha256   text        not null generated always as (id) stored,
    canonical_sha256 text        not null,
    file_id          text        not null references received_file,
    statement        int         not null, -- position in the file
    kind             text        not null,
    from_date        date        not null,
    to_date          date        not null,
    period           text,
    generated_at     timestamptz not null,
    charset          text        not null,
    size             bigint      not null,
    value            bytea       not null, -- zstd
    unique (account_id, period_key, flex_query_id, canonical_sha256),
    unique (account_id, period_key, flex_query_id, payload_sha256)
);
alter table raw_artifact alter column value set storage external;
create index raw_artifact_file on raw_artifact (file_id, statement);

-- What was found in each file. Searching a file again replaces its rows.
create table scanned_file (
    file_id    text        primary key references received_file,
    scanned_at timestamptz not null,
    remarks    text[]      not null
);

create table file_statement (
    file_id      text   not null references received_file,
    position     int    not null,
    entry        text,
    ordinal      int    not null,
    byte_offset  bigint not null,
    byte_length  bigint not null,
    tag_length   int    not null,
    -- Absent where account or period are unknown.
    artifact_id  text,
    account_id   text,
    query        text,
    kind         text,
    from_date    date,
    to_date      date,
    period       text,
    generated_at timestamptz,
    charset      text,
    duplicate_of text references raw_artifact,
    primary key (file_id, position)
);

create table refusal (
    file_id     text        not null references received_file,
    position    int         not null,
    entry       text,
    statement   int, -- absent where a document or the whole file is refused
    code        text        not null,
    detail      text        not null,
    next_step   text        not null,
    byte_offset bigint,
    found_at    timestamptz not null,
    primary key (file_id, position)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% rows are kept as they were received: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger received_file_is_kept before update or delete on received_file
    for each row execute function refuse_change();
create trigger received_chunk_is_kept before update or delete on received_chunk
    for each row execute function refuse_change();
create trigger raw_artifact_is_kept before update or delete on raw_artifact
    for each row execute function refuse_change();
create trigger received_file_is_not_emptied before truncate on received_file
    for each statement execute function refuse_change();
create trigger received_chunk_is_not_emptied before truncate on received_chunk
    for each statement execute function refuse_change();
create trigger raw_artifact_is_not_emptied before truncate on raw_artifact
    for each statement execute function refuse_change();

-- Every attempt to take a file in.
create table ingestion_run (
    id              bigint      generated always as identity primary key,
    version         int         not null,
    origin          text        not null,
    run_type        text        not null,
    status          text        not null check (status in ('started', 'success', 'failed')),
    file_name       text,
    file_id         text,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    duration_ms     bigint      generated always as
                        (floor(extract(epoch from (ended_at - started_at)) * 1000)::bigint) stored,
    new_count       int         not null default 0,
    duplicate_count int         not null default 0,
    rejected_count  int         not null default 0,
    error_code      text,
    error_message   text,
    note            text,
    check ((status = 'started') = (ended_at is null))
);
create index ingestion_run_newest on ingestion_run (started_at desc, id desc);
create index ingestion_run_open on ingestion_run (id) where status = 'started';
