package org.vectorscope.checkpoint.hub;

import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;

/** What an answer other than "here it is" means for the person, in one sentence. */
final class Refusals {
    private final ModelName model;
    private final HubSettings settings;

    Refusals(ModelName model, HubSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /** @param what was asked for: the repository, or a file of it */
    FetchFailure of(Answer answer, String what) {
        String error = answer.header("X-Error-Code").orElse("");
        return switch (error) {
            case "GatedRepo" -> gated();
            case "RepoNotFound" -> missing();
            case "RevisionNotFound" ->
                failure(
                        Kind.NOT_FOUND,
                        model.repository() + " has no branch, tag or commit '"
                                + model.revision().orElse("main") + "'");
            case "EntryNotFound" -> failure(Kind.NOT_FOUND, model.words() + " has no file " + what);
            default -> of(answer.status());
        };
    }

    private FetchFailure of(int status) {
        return switch (status) {
            case 401 ->
                settings.token().isPresent()
                        ? failure(Kind.TOKEN, "the hub does not accept the token in HF_TOKEN or the token file")
                        : missing();
            case 403 -> gated();
            case 404, 410 -> missing();
            case 429 -> failure(Kind.BUSY, "the hub has had too many requests from here; try again later");
            case 451 -> failure(Kind.GATED, model.repository() + " may not be shown where you are (451)");
            default ->
                failure(Kind.UNREACHABLE, "the hub answers with an error (" + status + ") for " + model.repository());
        };
    }

    private FetchFailure gated() {
        String accept =
                model.repository() + " is gated: accept its terms on " + settings.endpoint() + "/" + model.repository();
        return settings.token().isPresent()
                ? failure(Kind.GATED, accept + " with the account of the token, or give the token more rights")
                : failure(Kind.GATED, accept + ", then put a token of that account into HF_TOKEN");
    }

    private FetchFailure missing() {
        String secret = settings.token().isPresent()
                ? ", or the token may not see it"
                : ", or it is private and needs a token in HF_TOKEN";
        return failure(Kind.NOT_FOUND, model.repository() + " is not on the hub" + secret);
    }

    /** @param seconds that it asks to wait, more than we do */
    FetchFailure busy(long seconds) {
        return failure(Kind.BUSY, "the hub has had too many requests from here; it asks to wait " + seconds + " s");
    }

    private static FetchFailure failure(Kind kind, String message) {
        return new FetchFailure(kind, message);
    }
}
