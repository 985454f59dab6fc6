using EppClient.Commands;
using Samples;

// Prints a command with the registry's extension, without sending it. To send it, create a pool with RegistryProfile.Current.
var create = new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR"))
{
    Extensions = [new ExregCreate { Contract = "C-2026-17" }],
};
Console.WriteLine(RegistryProfile.Current.Preview(create).Xml);
