// At an old address: goes to the same place of the new page, unless the redirect names one.
const link = document.querySelector("a");
if (link && location.hash && !link.hash) location.replace(link.href + location.hash);
