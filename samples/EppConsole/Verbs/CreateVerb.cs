using System.CommandLine;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Registers a domain, or creates a contact or host.</summary>
internal static class CreateVerb
{
    public static Command Create(VerbRunner runner) =>
        new("create", "Register a domain, or create a host or contact") { CreateDomain.Create(runner), CreateHost.Create(runner), CreateContact.Create(runner) };
}
