using System.Diagnostics.CodeAnalysis;
using EppClient.Dk.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoint of fast-track transfers.</summary>
public static class DkFastTrackEndpointExtensions
{
    /// <summary>
    /// Maps the endpoint that the registry calls: <c>POST</c> with the registrant's contact data, consent and tokens. It is authorized by its API key alone, also
    /// if the application requires a login by default.
    /// </summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="pattern">The path, as entered in the registrar portal, such as <c>/fast-track</c>.</param>
    /// <returns>A builder for conventions, such as a host name that the endpoint requires.</returns>
    /// <exception cref="InvalidOperationException"><c>AddDkFastTrack</c> was not called.</exception>
    public static IEndpointConventionBuilder MapDkFastTrack(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(FastTrackEndpoint)) == false)
        {
            throw new InvalidOperationException("Fast-track transfer is not registered: call services.AddDkFastTrack before the application is built.");
        }

        return endpoints.MapPost(pattern, (HttpContext context, [FromServices] FastTrackEndpoint endpoint) => endpoint.HandleAsync(context))
            .AllowAnonymous()
            .WithName("DkFastTrack")
            .WithSummary("Starts a fast-track transfer of .dk domains")
            .WithDescription("Called by the .dk registry when a registrant has consented to transfer domains to this registrar. The header X-API-KEY has the key of the registrar portal. The texts of errors are shown to the registrant.")

            // All types, so that routing does not respond with 415, which the specification does not have: the endpoint itself refuses other types.
            .Accepts<FastTrackRequest>("application/json", "*/*")
            .Produces<FastTrackResponse>(StatusCodes.Status200OK, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status401Unauthorized, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status404NotFound, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status408RequestTimeout, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status409Conflict, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status422UnprocessableEntity, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status500InternalServerError, "application/json")
            .Produces<FastTrackError>(StatusCodes.Status503ServiceUnavailable, "application/json");
    }
}
