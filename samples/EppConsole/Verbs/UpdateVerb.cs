using System.CommandLine;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Changes an object.</summary>
internal static class UpdateVerb
{
    public static Command Create(VerbRunner runner) =>
        new("update", "Change an object") { UpdateDomain.Create(runner), UpdateHost.Create(runner), UpdateContact.Create(runner) };
}
