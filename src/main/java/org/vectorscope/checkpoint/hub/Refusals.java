package org.vectorscope.checkpoint.hub;

import java.util.Optional;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.checkpoint.hub.HubConnection.Answer;

/** What an answer other than "here it is" means for the person, in one sentence. */
final class Refusals {
    private Refusals() {}

    static FetchFailure of(Answer answer, String model, HubSettings settings) {
        String error = answer.header("X-Error-Code").orElse("");
        boolean hasToken = settings.token().isPresent();
        if (error.equals("GatedRepo")) {
            return gated(model, hasToken, settings);
        }
        return switch (answer.status()) {
            case 401 ->
                hasToken && !error.equals("RepoNotFound")
                        ? failure(Kind.TOKEN, "the hub does not accept the token in HF_TOKEN")
                        : missing(model, hasToken);
            case 403 -> gated(model, hasToken, settings);
            case 404, 410 -> missing(model, hasToken);
            case 429 -> failure(Kind.BUSY, "the hub has had too many requests from here" + later(answer));
            default ->
                failure(Kind.UNREACHABLE, "the hub answers with an error (" + answer.status() + ") for " + model);
        };
    }

    private static FetchFailure gated(String model, boolean hasToken, HubSettings settings) {
        String accept = model + " is gated: accept its terms on " + settings.endpoint() + "/" + model;
        return hasToken
                ? failure(Kind.GATED, accept + " with the account of the token, or give the token more rights")
                : failure(Kind.GATED, accept + ", then put a token of that account into HF_TOKEN");
    }

    private static FetchFailure missing(String model, boolean hasToken) {
        String secret = hasToken ? ", or the token may not see it" : ", or it is private and needs a token in HF_TOKEN";
        return failure(Kind.NOT_FOUND, model + " is not on the hub" + secret);
    }

    private static String later(Answer answer) {
        Optional<String> seconds = answer.header("Retry-After").filter(text -> text.matches("[0-9]{1,6}"));
        return seconds.map(text -> "; it asks to wait " + text + " s").orElse("; try again later");
    }

    private static FetchFailure failure(Kind kind, String message) {
        return new FetchFailure(kind, message);
    }
}
