using Microsoft.AspNetCore.Http;

namespace EppClient.Dk.AspNetCore;

/// <summary>Why a request is refused: the status code, the text for the registrant, and the cause for the registrar's log.</summary>
/// <param name="Status">The status code, one of the registry's specification.</param>
/// <param name="Text">The text that the registry shows to the registrant.</param>
/// <param name="Cause">The cause for the log, without data of the request.</param>
internal sealed record FastTrackRefusal(int Status, DkFastTrackText Text, string Cause)
{
    private static readonly DkFastTrackText UseTokenByHand = new(
        "Flytningen kunne ikke startes automatisk. Kontakt registratoren; du kan også flytte domænet ved selv at give registratoren din flyttekode.",
        "The transfer could not be started automatically. Contact the registrar; you can also transfer the domain by giving the registrar your transfer token yourself.");

    private static readonly DkFastTrackText TryLater = new(
        "Registratoren kan ikke modtage flytningen lige nu. Prøv igen om nogle minutter.",
        "The registrar cannot receive the transfer right now. Try again in a few minutes.");

    public static FastTrackRefusal WrongKey { get; } = new(StatusCodes.Status401Unauthorized, UseTokenByHand, "the header X-API-KEY is missing or wrong");

    public static FastTrackRefusal Disabled { get; } = new(
        StatusCodes.Status404NotFound,
        new(
            "Registratoren tilbyder ikke længere hurtig flytning. Du kan flytte domænet ved selv at give registratoren din flyttekode.",
            "The registrar no longer offers fast-track transfer. You can transfer the domain by giving the registrar your transfer token yourself."),
        "fast-track transfer is disabled");

    public static FastTrackRefusal TimedOut { get; } = new(
        StatusCodes.Status408RequestTimeout,
        new("Det tog for lang tid at starte flytningen. Prøv igen.", "It took too long to start the transfer. Try again."),
        "the request took longer than DkFastTrackOptions.RequestTimeout");

    public static FastTrackRefusal SessionIsActive { get; } = new(
        StatusCodes.Status409Conflict,
        new(
            "Flytningen af et af domænerne er allerede i gang hos registratoren. Gør den færdig, eller prøv igen, når den er afsluttet.",
            "The transfer of one of the domains is already in progress at the registrar. Complete it, or try again when it has ended."),
        "another session with one of the domains is active");

    public static FastTrackRefusal TooLarge { get; } = new(
        StatusCodes.Status422UnprocessableEntity,
        new("Flytningen omfatter for mange domæner på én gang. Vælg færre domæner, og prøv igen.", "The transfer has too many domains at once. Choose fewer domains and try again."),
        "the request is longer than DkFastTrackOptions.MaxRequestBytes or has more domains than DkFastTrackOptions.MaxDomains");

    public static FastTrackRefusal AllTokensExpired { get; } = new(
        StatusCodes.Status422UnprocessableEntity,
        new("Flyttekoden er udløbet. Start flytningen forfra.", "The transfer token has expired. Start the transfer again."),
        "all tokens have expired");

    public static FastTrackRefusal TooManyRequests { get; } = new(StatusCodes.Status503ServiceUnavailable, TryLater, "more requests than DkFastTrackOptions.RequestsPerMinute");

    public static FastTrackRefusal StoreFailed { get; } = new(StatusCodes.Status503ServiceUnavailable, TryLater, "the store failed");

    public static FastTrackRefusal Failed { get; } = new(StatusCodes.Status500InternalServerError, TryLater, "the program failed");

    /// <summary>The request is not as specified. The registrant cannot change that.</summary>
    public static FastTrackRefusal Invalid(string cause) => new(StatusCodes.Status422UnprocessableEntity, UseTokenByHand, cause);

    /// <summary>A rule of the registrar.</summary>
    public static FastTrackRefusal ByPolicy(DkFastTrackText text) => new(StatusCodes.Status422UnprocessableEntity, text, "DkFastTrackPolicy.FindRefusalAsync refused it");
}
