// c-ares needs the resolver's types before its own header.
#include <netdb.h>
#include <arpa/nameser.h>
#include <ares.h>
