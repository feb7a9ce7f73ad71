#include <errno.h>
#include <linux/capability.h>
#include <net/if.h>
#include <pcap/pcap.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// ioctl is variadic and its argument a union: neither is imported. The interface's IFF_ flags, -1 and errno else.
static inline int capture_interface_flags(int socket, const char *_Nonnull name) {
    struct ifreq request;
    memset(&request, 0, sizeof request);
    strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    if (ioctl(socket, SIOCGIFFLAGS, &request) != 0) return -1;
    return (unsigned short)request.ifr_flags;
}

// prctl is variadic. Lets the permitted capabilities outlive the change of the user; prctl(2), PR_SET_KEEPCAPS.
static inline int capture_keep_capabilities(void) { return prctl(PR_SET_KEEPCAPS, 1L, 0L, 0L, 0L); }

// prctl is variadic. No program that is started can gain rights; prctl(2), PR_SET_NO_NEW_PRIVS.
static inline int capture_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L); }

// capget and capset have no wrapper without libcap, and syscall is variadic. The calling thread keeps of its permitted
// set at most CAP_NET_RAW, and has it in effect if asked. capabilities(7).
static inline int capture_limit_capabilities(int isEffective) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2];
    memset(data, 0, sizeof data);
    if (syscall(SYS_capget, &header, data) != 0) return -1;
    unsigned int kept = data[0].permitted & (1u << CAP_NET_RAW);
    data[0].permitted = kept;
    data[0].effective = isEffective ? kept : 0;
    data[0].inheritable = 0;
    data[1].permitted = data[1].effective = data[1].inheritable = 0;
    return (int)syscall(SYS_capset, &header, data);
}
