package io.zongji.media.prompt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes each prompt once. What is cached is there at once; what was changed at its source is renewed within some
 * seconds of its next use, in the background. Safe for any thread.
 */
public final class PromptCache {
    private static final Logger log = LoggerFactory.getLogger(PromptCache.class);
    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MAX_ENTRIES = 5000;

    private final PromptSource source;
    private final Locale home;
    private final Executor io;
    private final Executor slowIo;
    private final LongSupplier nanoClock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    private record Key(String name, String language) {}

    private record Entry(EncodedPrompt prompt, long stamp, long checkedNanos) {}

    /** No such prompt, or one that cannot be read. */
    public static final class UnavailableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param home   language and country of prompts that name none
     * @param io     where sources are asked; may block
     * @param slowIo where they are asked for what may take seconds
     */
    public PromptCache(PromptSource source, Locale home, Executor io, Executor slowIo, LongSupplier nanoClock) {
        this.source = source;
        this.home = home;
        this.io = io;
        this.slowIo = slowIo;
        this.nanoClock = nanoClock;
    }

    /** The recordings that a list of names stands for; fails with {@link UnavailableException}. */
    public CompletableFuture<List<EncodedPrompt>> load(List<String> names) {
        Executor where;
        try {
            List<EncodedPrompt> prompts = resolve(names, false);
            if (prompts != null) {
                return CompletableFuture.completedFuture(prompts);
            }
            where = isSlow(names) ? slowIo : io;
        } catch (UnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<List<EncodedPrompt>> result = new CompletableFuture<>();
        where.execute(() -> {
            try {
                result.complete(resolve(names, true));
            } catch (IOException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Null if something has to be loaded first and may not. */
    private List<EncodedPrompt> resolve(List<String> names, boolean mayLoad) throws UnavailableException {
        List<EncodedPrompt> prompts = new ArrayList<>();
        for (String name : names) {
            SpokenPrompt spoken = meaning(name);
            if (spoken.silenceMs() > 0) {
                prompts.add(EncodedPrompt.silence(spoken.silenceMs()));
            }
            for (String part : spoken.parts()) {
                EncodedPrompt prompt = get(new Key(part, spoken.language()), mayLoad);
                if (prompt == null) {
                    return null;
                }
                prompts.add(prompt);
            }
        }
        return prompts;
    }

    private boolean isSlow(List<String> names) throws UnavailableException {
        for (String name : names) {
            SpokenPrompt spoken = meaning(name);
            for (String part : spoken.parts()) {
                if (source.isSlow(part, spoken.language())) {
                    return true;
                }
            }
        }
        return false;
    }

    private SpokenPrompt meaning(String name) throws UnavailableException {
        try {
            return SpokenPrompt.of(name, home);
        } catch (IllegalArgumentException e) {
            throw new UnavailableException("Prompt " + name + " cannot be understood: " + e.getMessage(), e);
        }
    }

    private EncodedPrompt get(Key key, boolean mayLoad) throws UnavailableException {
        Entry entry = entries.get(key);
        long now = nanoClock.getAsLong();
        if (entry == null) {
            return mayLoad ? fetch(key, now).prompt() : null;
        }
        if (now - entry.checkedNanos() > RECHECK_NANOS) {
            entries.put(key, new Entry(entry.prompt(), entry.stamp(), now));
            io.execute(() -> renew(key, entry.stamp(), now));
        }
        return entry.prompt();
    }

    private void renew(Key key, long stamp, long now) {
        try {
            if (source.stamp(key.name(), key.language()) != stamp) {
                fetch(key, now);
            }
        } catch (UnavailableException e) {
            log.warn("Prompt {} in {} was changed and cannot be read; the old one is kept", key.name(), key.language());
        }
    }

    private Entry fetch(Key key, long now) throws UnavailableException {
        try {
            long stamp = source.stamp(key.name(), key.language());
            PromptAudio audio = source.find(key.name(), key.language())
                    .orElseThrow(
                            () -> new UnavailableException("No prompt " + key.name() + " in " + key.language(), null));
            Entry entry = new Entry(new EncodedPrompt(audio), stamp, now);
            if (entries.size() >= MAX_ENTRIES) {
                entries.clear();
            }
            entries.put(key, entry);
            return entry;
        } catch (UnavailableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String prompt = "Prompt " + key.name() + " in " + key.language();
            throw new UnavailableException(prompt + " cannot be had: " + e.getMessage(), e);
        }
    }
}
