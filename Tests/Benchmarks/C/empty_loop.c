// The yardstick of the benchmarks: libpcap reads a capture and hands every packet to a function that does nothing.
#include <pcap.h>
#include <stdio.h>

static void nothing(u_char *context, const struct pcap_pkthdr *header, const u_char *bytes) {
    (void)context;
    (void)header;
    (void)bytes;
}

int main(int count, char **arguments) {
    char problem[PCAP_ERRBUF_SIZE];
    if (count != 2) return 64;
    pcap_t *capture = pcap_open_offline(arguments[1], problem);
    if (capture == NULL) {
        fprintf(stderr, "%s\n", problem);
        return 2;
    }
    int outcome = pcap_loop(capture, -1, nothing, NULL);
    pcap_close(capture);
    return outcome == 0 ? 0 : 1;
}
