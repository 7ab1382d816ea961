package io.flexledger.broken.core;

import io.flexledger.broken.adapter.db.Table;

record KnowsTable(Table table) {}
