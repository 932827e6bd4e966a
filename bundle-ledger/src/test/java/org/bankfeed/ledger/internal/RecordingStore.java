package org.bankfeed.ledger.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The true store, which also tells what was audited in transactions that committed, and can be cut off. */
final class RecordingStore implements Store {

    private final Store store;
    private final List<String> audited = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable Stage lastStage;
    private volatile boolean away;
    private volatile @Nullable String failingWord;

    RecordingStore(Store store) {
        this.store = store;
    }

    /** {@code act subject by name} of each audit entry that stands. */
    List<String> audited() {
        return List.copyOf(audited);
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /** The next statements with this word in them fail; {@code null} for none. */
    void failOn(@Nullable String word) {
        failingWord = word;
    }

    Stage lastStage() {
        Stage stage = lastStage;
        if (stage == null) {
            throw new IllegalStateException("the ledger did not open its stage");
        }
        return stage;
    }

    @Override
    public Stage stage(String name, List<Migration> migrations) {
        Stage stage = store.stage(name, migrations);
        lastStage = stage;
        return new RecordingStage(stage);
    }

    private final class RecordingStage implements Stage {
        private final Stage stage;

        private RecordingStage(Stage stage) {
            this.stage = stage;
        }

        @Override
        public <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
            if (away) {
                throw new StoreException.Unavailable("the database is away", null);
            }
            List<String> entries = new ArrayList<>();
            T result = stage.<T, X>inTransaction(unit -> {
                entries.clear();
                return work.with(new RecordingUnit(unit, entries));
            });
            audited.addAll(entries);
            return result;
        }
    }

    private final class RecordingUnit implements UnitOfWork {
        private final UnitOfWork unit;
        private final List<String> entries;

        private RecordingUnit(UnitOfWork unit, List<String> entries) {
            this.unit = unit;
            this.entries = entries;
        }

        private void mayFail(String sql) {
            String word = failingWord;
            if (word != null && sql.contains(word)) {
                throw new StoreException("the disk is full", null);
            }
        }

        @Override
        public int update(String sql, @Nullable Object... parameters) {
            mayFail(sql);
            return unit.update(sql, parameters);
        }

        @Override
        public int updateAll(String sql, List<? extends @Nullable Object[]> parameters) {
            mayFail(sql);
            return unit.updateAll(sql, parameters);
        }

        @Override
        public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
            return unit.query(sql, reader, parameters);
        }

        @Override
        public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
            return unit.one(sql, reader, parameters);
        }

        @Override
        public void audit(Caller caller, String act, String subject, String sentence) {
            unit.audit(caller, act, subject, sentence);
            entries.add(act + " " + subject + " by " + caller.name());
        }
    }
}
