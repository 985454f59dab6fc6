namespace EppClient.TestSupport.Generation;

/// <summary>The implicit usings of the SDK, for code that is compiled in memory.</summary>
public static class ImplicitUsings
{
    public const string Text = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;
}
