-- One statement, and what became of its rows.
create table artifact (
    no             bigint generated always as identity primary key,
    id             text collate "C" not null unique,
    account        text        not null,
    query          text        not null,
    kind           text        not null,
    from_date      date        not null,
    to_date        date        not null,
    period         text,
    generated_at   timestamptz not null,
    size           bigint      not null,
    mapper_version text        not null,
    base_currency  text        not null, -- that the statement was read with
    base_assumed   boolean     not null,
    status         text        not null check (status in ('mapping', 'mapped', 'rejected')),
    total          int         not null default 0,
    mapped         int         not null default 0,
    evidence       int         not null default 0,
    rejected       int         not null default 0,
    unmapped       int         not null default 0,
    sections       jsonb       not null default '{}',
    check (total = mapped + evidence + rejected + unmapped)
);

-- Every row of every statement as the broker wrote it. Kept for ever, changed never.
create table raw_record (
    artifact_no bigint not null references artifact (no),
    ordinal     int    not null check (ordinal > 0),
    section     text   not null,
    element     text   not null,
    byte_offset bigint not null,
    byte_length int    not null,
    xml         text   not null,
    outcome     text   not null check (outcome in ('MAPPED', 'EVIDENCE', 'REJECTED', 'UNMAPPED')),
    reason      text,
    primary key (artifact_no, ordinal)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'raw records are kept as they were read: % refused', tg_op;
end $$;

create trigger raw_record_is_immutable
    before update or delete or truncate on raw_record
    for each statement execute function refuse_change();

-- The newest version known of each fact, by the query that stated it: what it says and when, not the fact itself.
create table fact_memory (
    fact_id     uuid        not null,
    query       text        not null,
    account     text        not null,
    content     uuid        not null,
    stated_at   timestamptz not null,
    artifact_id text collate "C" not null,
    primary key (fact_id, query)
);

create table rejection (
    id          bigint generated always as identity primary key,
    artifact_no bigint not null references artifact (no),
    ordinal     int    not null, -- 0 for the artifact as a whole
    section     text   not null,
    reason      text   not null,
    field       text,
    value       text,
    expectation text   not null,
    next_step   text   not null
);

create index rejection_by_artifact on rejection (artifact_no, id);

create table drift_sighting (
    artifact_no bigint not null references artifact (no),
    kind        text   not null,
    section     text   not null,
    name        text   not null,
    value       text   not null, -- empty unless the kind is VALUE
    count       int    not null,
    primary key (artifact_no, kind, section, name, value)
);

-- What statements hold that the mapper does not know, and which one held it first.
create view drift as
select s.kind, s.section, s.name, s.value, sum(s.count) as count,
       (array_agg(a.id order by a.generated_at, a.id))[1] as first_seen
  from drift_sighting s
  join artifact a on a.no = s.artifact_no
 group by s.kind, s.section, s.name, s.value;

-- Contract id first. A group of columns is as the newest statement that has it says; as_of compares as text.
create table instrument (
    id                text collate "C" primary key,
    symbol            text    not null,
    asset_category    text    not null,
    currency          text    not null,
    multiplier        numeric not null,
    terms_as_of       text collate "C" not null,
    description       text,
    description_as_of text collate "C" not null,
    option_terms      jsonb,
    option_as_of      text collate "C" not null
);

-- Other names by scheme, symbols included; never identity, and never forgotten.
create table instrument_alias (
    instrument_id text collate "C" not null references instrument (id),
    scheme        text collate "C" not null,
    value         text collate "C" not null,
    primary key (instrument_id, scheme, value)
);

create index instrument_alias_by_value on instrument_alias (value);

-- Base currencies that statements stated: narrow ones do not.
create table account_base (
    account  text primary key,
    currency text not null,
    as_of    text collate "C" not null
);
